import type { ReactNode } from "react";
import { cx } from "../cx";
import type { Tone } from "./tone";
import "./Badge.css";

export interface BadgeProps {
  tone?: Tone;
  /** A box for a word (a role), or round for a number. */
  shape?: "box" | "round";
  /** Only a line around it: what is not granted. */
  outline?: boolean;
  children: ReactNode;
}

/** A word or a number that belongs to something, and no state. */
export function Badge({ tone = "neutral", shape = "box", outline, children }: BadgeProps) {
  return (
    <span className={cx("px-badge", `px-badge--${shape}`, `px-badge--${tone}`, outline && "px-badge--outline")}>
      {children}
    </span>
  );
}
