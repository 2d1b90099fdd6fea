import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Crumb } from "../layout/Breadcrumbs";

interface Title {
  /** What the browser's tab ends with. */
  name: string;
  crumbs: readonly Crumb[];
  set(crumbs: readonly Crumb[]): void;
}

const TitleContext = createContext<Title>({ name: "", crumbs: [], set: () => {} });

/** From the outermost to the page itself, each with where it is unless it is the page. */
export type TitlePath = [label: string, to?: string][];

export function TitleProvider({ name, children }: { name: string; children: ReactNode }) {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  const value = useMemo(() => ({ name, crumbs, set }), [name, crumbs]);
  return <TitleContext value={value}>{children}</TitleContext>;
}

export function useCrumbs(): readonly Crumb[] {
  return useContext(TitleContext).crumbs;
}

/**
 * Says where one is, in the header and in the browser's tab: `usePageTitle(["Plugins", "/manage/plugins"], ["CRM"])`. The last is
 * the page itself.
 */
export function usePageTitle(...path: TitlePath): void {
  const { name, set } = useContext(TitleContext);
  const key = JSON.stringify(path);
  useEffect(() => {
    const crumbs = (JSON.parse(key) as TitlePath).map(([label, to]) => ({ label, to }));
    set(crumbs);
    document.title = [...crumbs.map((crumb) => crumb.label).reverse(), name].join(" · ");
  }, [key, name, set]);
}
