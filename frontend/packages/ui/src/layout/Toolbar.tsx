import type { ReactNode } from "react";
import "./Toolbar.css";

export interface ToolbarProps {
  /** At the end of the line: order, a switch, a word. */
  end?: ReactNode;
  children: ReactNode;
}

/** Search and filters above what they act on. */
export function Toolbar({ end, children }: ToolbarProps) {
  return (
    <div className="px-toolbar">
      {children}
      {end && <div className="px-toolbar__end">{end}</div>}
    </div>
  );
}
