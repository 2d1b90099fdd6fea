import { useEffect, useRef } from "react";

/**
 * After a navigation the page's h1 takes the focus, so that a screen reader says where one is.
 * The first page of a visit is left alone.
 */
export function useFocusHeading(key: string): void {
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!heading) return;
    if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [key]);
}
