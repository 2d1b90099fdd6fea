import type { ReactNode } from "react";
import { cx } from "../cx";
import "./Stack.css";

export interface StackProps {
  /** In pixels, a multiple of four. */
  gap?: 4 | 8 | 12 | 16 | 20 | 24 | 32;
  direction?: "down" | "across";
  align?: "start" | "center" | "end" | "stretch";
  className?: string;
  children: ReactNode;
}

/** Things one below the other, or beside each other where they fit. */
export function Stack({ gap = 16, direction = "down", align, className, children }: StackProps) {
  return (
    <div className={cx("px-stack", `px-stack--${direction}`, className)} style={{ gap, alignItems: align }}>
      {children}
    </div>
  );
}
