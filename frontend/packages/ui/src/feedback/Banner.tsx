import type { ReactNode } from "react";
import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import { cx } from "../cx";
import { Icon, type IconType } from "../identity/Icon";
import type { Tone } from "./tone";
import "./Banner.css";

export interface BannerProps {
  tone?: Tone;
  /** In place of the tone's icon; an IconTile of 56 for a suggestion. */
  icon?: ReactNode;
  /** Above the title, in the accent: "Goes well with CRM". */
  eyebrow?: ReactNode;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read aloud at once: only for what cannot wait. */
  urgent?: boolean;
}

const ICONS: Record<Tone, IconType> = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  bad: CircleX,
};

/** Says something about all that is below it. */
export function Banner({ tone = "accent", icon, eyebrow, title, children, actions, urgent }: BannerProps) {
  return (
    <div
      className={cx("px-banner", `px-banner--${tone}`, eyebrow !== undefined && "px-banner--large")}
      role={urgent ? "alert" : undefined}
    >
      <span className="px-banner__icon">{icon ?? <Icon of={ICONS[tone]} size={18} />}</span>
      <div className="px-banner__words">
        {eyebrow && <p className="px-banner__eyebrow">{eyebrow}</p>}
        {title && <p className="px-banner__title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="px-banner__actions">{actions}</div>}
    </div>
  );
}
