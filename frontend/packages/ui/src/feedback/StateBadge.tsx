import type { ReactNode } from "react";
import { cx } from "../cx";
import { Icon, type IconType } from "../identity/Icon";
import type { Tone } from "./tone";
import "./StateBadge.css";

export interface StateBadgeProps {
  tone: Tone;
  /** In place of the dot. */
  icon?: IconType | undefined;
  /** The state in a word. */
  children: ReactNode;
}

/** A state: always in words, with a dot or an icon, and then in colour. */
export function StateBadge({ tone, icon, children }: StateBadgeProps) {
  return (
    <span className={cx("px-state", `px-state--${tone}`)}>
      {icon ? <Icon of={icon} size={14} /> : <span className="px-state__dot" />}
      {children}
    </span>
  );
}
