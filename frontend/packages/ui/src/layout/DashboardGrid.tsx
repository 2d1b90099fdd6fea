import type { ReactNode } from "react";
import "./DashboardGrid.css";

/** Twelve columns of widgets. */
export function DashboardGrid({ children }: { children: ReactNode }) {
  return <div className="px-dashboard">{children}</div>;
}

export interface DashboardCellProps {
  columns: 3 | 5 | 7 | 12;
  /** Fixed, so that nothing moves when a widget has loaded. */
  height?: number | undefined;
  children: ReactNode;
}

export function DashboardCell({ columns, height, children }: DashboardCellProps) {
  return (
    <div
      className={`px-dashboard__cell px-dashboard__cell--${columns}`}
      style={height ? { minHeight: height } : undefined}
    >
      {children}
    </div>
  );
}
