import type { ReactNode } from "react";
import "./AsidePage.css";

export interface AsidePageProps {
  aside: ReactNode;
  /** Before the content instead of after it: the steps of a wizard. */
  side?: "end" | "start";
  children: ReactNode;
}

/** Content with facts beside it, or with steps before it; one column where there is little room. */
export function AsidePage({ aside, side = "end", children }: AsidePageProps) {
  return (
    <div className={`px-aside-page px-aside-page--${side}`}>
      {side === "start" && <div className="px-aside-page__aside">{aside}</div>}
      <div className="px-aside-page__content">{children}</div>
      {side === "end" && <aside className="px-aside-page__aside">{aside}</aside>}
    </div>
  );
}
