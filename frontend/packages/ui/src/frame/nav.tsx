import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./nav.css";

/** The classes of a sidebar's list of places, whose links the application's router draws. */
export const NAV = { list: "px-nav", title: "px-nav__title", item: "px-nav__item", label: "px-nav__label" } as const;

/** How many wait there, at the end of an item. */
export function NavCount({ count, of }: { count: number; of: string }) {
  return (
    <span className="px-nav__count">
      {count}
      <VisuallyHidden> {of}</VisuallyHidden>
    </span>
  );
}
