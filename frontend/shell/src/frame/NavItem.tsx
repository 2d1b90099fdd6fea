import { NAV, NavCount } from "@plexica/ui/frame";
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
      <NavLink to={to} end={end} className={sub ? `${NAV.item} sh-nav__sub` : NAV.item}>
        {icon}
        <span className={NAV.label}>{label}</span>
        {badge ? <NavCount count={badge} label={badgeLabel ?? ""} /> : null}
        {sign}
      </NavLink>
      {children}
    </li>
  );
}
