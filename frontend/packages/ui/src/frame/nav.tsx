import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./nav.css";

/** The classes of a sidebar's list of places, whose links the application's router draws. */
export const NAV = { list: "px-nav", title: "px-nav__title", item: "px-nav__item", label: "px-nav__label" } as const;

/** How many wait there, at the end of an item; said in words to those who hear it. */
export function NavCount({ count, label }: { count: number; label: string }) {
  return (
    <span className="px-nav__count">
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
