import { useLocation, useMatches } from "react-router";

/** The path of a page without that of its tab: another tab is not another page, and the focus stays on it. */
export function usePlace(): string {
  const { pathname } = useLocation();
  const tab = useMatches().at(-1)?.params.tab;
  return tab ? pathname.slice(0, -tab.length - 1) : pathname;
}
