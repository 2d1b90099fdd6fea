import { useContext, useEffect } from "react";
import type { ReactNode } from "react";
import { PageContext } from "./context";

/** What stands above a page. */
export interface PageHeadOptions {
  /** The page's one heading; without it the contribution's label. */
  title?: string;
  description?: string;
  /** Beside the title, such as a state. */
  badge?: ReactNode;
  /** Lesser actions. */
  actions?: ReactNode;
  /** The one next step. */
  primary?: ReactNode;
  /** The way here, below the plugin: `[{ label: "Contacts", path: "/contacts" }]`. */
  crumbs?: { label: string; path: string }[];
}

/** Where the shell keeps it. */
export interface PageHeadStore {
  set(head: PageHeadOptions | null): void;
}

/**
 * Says what stands above the page, which the shell draws: `usePage({ title: contact.name, primary: <Button>Edit contact</Button> })`. A
 * page that does not call it has its label as title. Never draw an `h1` yourself.
 */
export function usePage(head: PageHeadOptions): void {
  const store = useContext(PageContext);
  useEffect(() => store?.set(head));
  useEffect(() => () => store?.set(null), [store]);
}
