import { useCallback, useEffect, useSyncExternalStore } from "react";
import { i18next } from "./i18n";

export type Values = Record<string, string | number | undefined>;
export type T = (key: string, values?: Values) => string;

let version = 0;

function subscribe(listener: () => void): () => void {
  const changed = (): void => {
    version++;
    listener();
  };
  i18next.on("languageChanged", changed);
  i18next.on("loaded", changed);
  return () => {
    i18next.off("languageChanged", changed);
    i18next.off("loaded", changed);
  };
}

/** The words of a namespace in the user's language; it is loaded when it is not there. */
export function useT(namespace = "shell"): T {
  const seen = useSyncExternalStore(subscribe, () => version);
  useEffect(() => {
    if (!i18next.hasLoadedNamespace(namespace)) void i18next.loadNamespaces(namespace);
  }, [namespace]);
  return useCallback<T>(
    (key, values) => i18next.t(key, { ...values, ns: namespace }),
    // A new function for each change, so that what was worked out with the old one is worked out anew.
    [namespace, seen],
  );
}

export function useLanguage(): string {
  return useSyncExternalStore(subscribe, () => i18next.language);
}
