import type { Crumb } from "@plexica/ui";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

interface Title {
  crumbs: readonly Crumb[];
  set(crumbs: readonly Crumb[]): void;
}

const TitleContext = createContext<Title>({ crumbs: [], set: () => {} });

export function TitleProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  const value = useMemo(() => ({ crumbs, set }), [crumbs]);
  return <TitleContext value={value}>{children}</TitleContext>;
}

export function useCrumbs(): readonly Crumb[] {
  return useContext(TitleContext).crumbs;
}

/** Says where one is, in the header and in the browser's tab; the last is the page itself. */
export function usePageTitle(...path: [label: string, to?: string][]): void {
  const { set } = useContext(TitleContext);
  const key = JSON.stringify(path);
  useEffect(() => {
    const crumbs = (JSON.parse(key) as [string, string?][]).map(([label, to]) => ({ label, to }));
    set(crumbs);
    document.title = [...crumbs.map((crumb) => crumb.label).reverse(), "Plexica administration"].join(" · ");
  }, [key, set]);
}
