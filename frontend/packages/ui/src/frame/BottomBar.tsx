import type { ReactNode } from "react";
import "./BottomBar.css";

/** The class of a link or button in the bar: an icon and a word. */
export const BOTTOM_ITEM = "px-bottom__item";

export interface BottomBarProps {
  label: string;
  children: ReactNode;
}

/** On a phone: what a thumb reaches. */
export function BottomBar({ label, children }: BottomBarProps) {
  return (
    <nav className="px-bottom" aria-label={label}>
      {children}
    </nav>
  );
}
