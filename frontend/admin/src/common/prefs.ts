import { useSyncExternalStore } from "react";
import { LANGUAGES, speak, type Language } from "../i18n";

export type Look = "light" | "dark" | "system";

/** What somebody prefers on this device. */
export interface Prefs {
  look: Look;
  language: Language;
  /** Whether single letters act. */
  letters: boolean;
}

const KEY = "plexica.admin.prefs";
const watchers = new Set<() => void>();
const dark = matchMedia("(prefers-color-scheme: dark)");

let prefs: Prefs = read();

function read(): Prefs {
  let stored: Partial<Prefs> = {};
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Prefs>;
  } catch {
    // What cannot be read is as if it had not been chosen.
  }
  return {
    look: stored.look ?? "system",
    language: stored.language ?? LANGUAGES.find((one) => navigator.language.startsWith(one)) ?? "en",
    letters: stored.letters ?? true,
  };
}

export function currentPrefs(): Prefs {
  return prefs;
}

export function changePrefs(change: Partial<Prefs>): void {
  const before = prefs;
  prefs = { ...prefs, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs));
  } catch {
    // It holds until the page is closed.
  }
  applyLook();
  if (before.language !== prefs.language) {
    void speak(prefs.language);
  }
  watchers.forEach((watcher) => watcher());
}

export function applyLook(): void {
  const isDark = prefs.look === "dark" || (prefs.look === "system" && dark.matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

dark.addEventListener("change", applyLook);

export function usePrefs(): Prefs {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, currentPrefs);
}
