import { useContext, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { ExtensionsContext } from "./context";
import type { FormFields, Subject } from "./contributions";

/** What other plugins add to a page. */
export interface PageExtensions {
  tabs: { id: string; label: string; render(subject: Subject): ReactNode }[];
  actions: { id: string; label: string; run(subject: Subject): void }[];
  fields: { id: string; label: string; fields: FormFields; render(props: FieldsProps): ReactNode }[];
}

export interface FieldsProps {
  subject: Subject | null;
  value: Record<string, unknown>;
  errors: Record<string, string>;
  onChange(value: Record<string, unknown>): void;
}

/** Where the shell keeps them. */
export interface Extensions {
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  of(target: string): PageExtensions;
}

const NONE: PageExtensions = { tabs: [], actions: [], fields: [] };
const silent = (): (() => void) => () => {};

/**
 * What other plugins add to a page of yours: `const { tabs, actions } = useExtensions('crm:contact')`. Each part is bounded: one
 * that crashes shows its error in its own place.
 */
export function useExtensions(target: string): PageExtensions {
  const extensions = useContext(ExtensionsContext);
  return useSyncExternalStore(extensions?.subscribe ?? silent, () => extensions?.of(target) ?? NONE);
}
