import type { ReactNode } from "react";
import "./VisuallyHidden.css";

/** Said, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="px-hidden">{children}</span>;
}
