import { VisuallyHidden } from "@plexica/ui";
import type { ReactNode } from "react";
import { NavLink } from "react-router";

export interface NavItemProps {
  to: string;
  label: string;
  icon?: ReactNode;
  /** Only for this very address, not for those below it. */
  end?: boolean;
  badge?: number | undefined;
  /** What the number is. */
  badgeLabel?: string | undefined;
  /** At the end: a sign that something is wrong. */
  sign?: ReactNode;
  sub?: boolean;
  children?: ReactNode;
}

export function NavItem({
  to,
  label,
  icon,
  end = false,
  badge,
  badgeLabel,
  sign,
  sub = false,
  children,
}: NavItemProps) {
  return (
    <li>
      <NavLink to={to} end={end} className={sub ? "sh-nav__item sh-nav__item--sub" : "sh-nav__item"}>
        {icon}
        <span className="sh-nav__label">{label}</span>
        {badge ? (
          <span className="sh-nav__badge">
            <span aria-hidden="true">{badge}</span>
            <VisuallyHidden>{badgeLabel}</VisuallyHidden>
          </span>
        ) : null}
        {sign}
      </NavLink>
      {children}
    </li>
  );
}
