import { useCallback } from "react";
import { hasNamespace, say } from "../i18n/i18n";
import { useT } from "../i18n/useT";
import type { Contribution } from "@plexica/api-client";
import type { Placed } from "../state/console";
import { namespaceOf } from "./words";

const LONGEST = 40;

type Named = Pick<Contribution, "label" | "module">;

/** What a contribution is called: its label, or what its module is named after. */
export function plainLabel({ contribution }: { contribution: Named }): string {
  const words = contribution.label ?? contribution.module.replace(/^.*\//, "").replace(/[-_]+/g, " ");
  return words.length > LONGEST ? words.slice(0, LONGEST - 1) + "…" : words;
}

/** The same in the user's language, where the plugin's words have been loaded and have the label as a key. */
export function labelOf(placed: Pick<Placed, "plugin"> & { contribution: Named }): string {
  const plain = plainLabel(placed);
  const ns = namespaceOf(placed.plugin);
  if (!ns || !hasNamespace(ns)) return plain;
  return say(ns, plain, { defaultValue: plain });
}

export function useLabel(): (placed: Placed) => string {
  // Another function once more words have been loaded.
  const words = useT();
  return useCallback((placed) => labelOf(placed), [words]);
}
