import { useCallback, useEffect, useSyncExternalStore } from "react";
import { hasNamespace, language, loadNamespaces, say, subscribeWords, wordsVersion } from "./i18n";
import type { Values } from "./translate";

export type { Values };
export type T = (key: string, values?: Values) => string;

/** The words of a namespace in the user's language; it is loaded when it is not there. */
export function useT(namespace = "shell"): T {
  // A new function for each change, so that what was worked out with the old one is worked out anew.
  const seen = useSyncExternalStore(subscribeWords, wordsVersion);
  useEffect(() => {
    if (!hasNamespace(namespace)) void loadNamespaces(namespace);
  }, [namespace]);
  return useCallback<T>((key, values) => say(namespace, key, values), [namespace, seen]);
}

export function useLanguage(): string {
  return useSyncExternalStore(subscribeWords, language);
}
