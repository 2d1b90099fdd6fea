import { useEffect, useRef } from "react";

const PATIENCE_MS = 5_000;

/**
 * After a navigation the page's h1 gets the focus, so that a screen reader says where one is. Pages come in parts: the h1 may be
 * late, or make way for another. Who has gone on by themselves meanwhile is left alone, and so is the first page of a visit.
 */
export function useFocusHeading(pathname: string): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const main = document.getElementById("main");
    if (!main) return;
    scrollTo(0, 0);
    let own: Element | null = document.activeElement;
    const focus = (): void => {
      const heading = main.querySelector<HTMLElement>("h1");
      const active = document.activeElement;
      if (!heading || heading === active || (active !== own && active !== document.body)) return;
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      own = heading;
    };
    const watch = new MutationObserver(focus);
    watch.observe(main, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), PATIENCE_MS);
    focus();
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [pathname]);
}
