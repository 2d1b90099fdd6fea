import type { ReactNode } from "react";
import "./SplitPage.css";

export interface SplitPageProps {
  /** A SidePanel, or nothing. */
  panel?: ReactNode;
  children: ReactNode;
}

/** A page with a panel at its right edge; below 1024 the panel lies over the page. */
export function SplitPage({ panel, children }: SplitPageProps) {
  return (
    <div className={panel ? "px-split px-split--open" : "px-split"}>
      <div className="px-split__page">{children}</div>
      {panel}
    </div>
  );
}
