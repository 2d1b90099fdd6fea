import type { ReactNode } from "react";
import "./ActionBar.css";

export interface ActionBarProps {
  /** At the start: usually a quiet Cancel. */
  start?: ReactNode;
  /** A word before the actions: "Nothing has changed yet". */
  note?: ReactNode;
  /** At the end, the primary one last. */
  children: ReactNode;
}

/** Stays at the foot of the page while its steps are gone through or a form is dirty. */
export function ActionBar({ start, note, children }: ActionBarProps) {
  return (
    <div className="px-action-bar">
      {start}
      <span className="px-action-bar__note">{note}</span>
      {children}
    </div>
  );
}
