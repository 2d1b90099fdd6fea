import { translate } from "./translate";
import type { Values, Words } from "./translate";

export const LANGUAGES = ["en", "it"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "plexica.language";
const FALLBACK: Language = "en";

const own = import.meta.glob<{ default: Words }>([
  "../locales/*/*.json",
  "../pages/*/locales/*.json",
  "../pages/*/*/locales/*.json",
  "../../../packages/audit/locales/*/*.json",
]);
const foreign = new Map<string, (language: string) => Promise<Words>>();
const loaded = new Map<string, Words>();
const loading = new Map<string, Promise<void>>();
const wanted = new Set<string>();
const listeners = new Set<() => void>();
let current: Language = FALLBACK;
let version = 0;

function changed(): void {
  version++;
  listeners.forEach((listener) => listener());
}

/** Where words lie: `locales/<language>/<namespace>.json` of the shell or the audit log, or beside the pages of an area, or beside one of them. */
async function read(language: Language, namespace: string): Promise<Words> {
  const stranger = foreign.get(namespace);
  if (stranger) return stranger(language);
  const places = [
    `../locales/${language}/${namespace}.json`,
    `../../../packages/audit/locales/${language}/${namespace}.json`,
  ];
  const beside = (path: string): boolean =>
    path.startsWith(`../pages/${namespace}/`) && path.endsWith(`/locales/${language}.json`);
  const files = Object.entries(own).filter(([path]) => places.includes(path) || beside(path));
  const found = await Promise.all(files.map(([, load]) => load()));
  return Object.assign({}, ...found.map((file) => file.default)) as Words;
}

function loadOne(language: Language, namespace: string): Promise<void> {
  const key = `${language}/${namespace}`;
  const begun = loading.get(key);
  if (begun) return begun;
  const work = read(language, namespace).then(
    (words) => {
      loaded.set(key, words);
      changed();
    },
    () => void loading.delete(key),
  );
  loading.set(key, work);
  return work;
}

/** Fetches words, in the language that is spoken and in English for what that lacks. */
export async function loadNamespaces(...namespaces: string[]): Promise<void> {
  namespaces.forEach((namespace) => wanted.add(namespace));
  const languages = new Set([current, FALLBACK]);
  await Promise.all([...languages].flatMap((language) => namespaces.map((name) => loadOne(language, name))));
}

/** Tells where the words of a namespace come from that is not the shell's. */
export function addNamespace(namespace: string, loader: (language: string) => Promise<Words>): void {
  foreign.set(namespace, loader);
}

export function hasNamespace(namespace: string): boolean {
  return loaded.has(`${current}/${namespace}`);
}

export function wordsOf(namespace: string): Words | undefined {
  return loaded.get(`${current}/${namespace}`);
}

export function say(namespace: string, key: string, values?: Values): string {
  const bundles = [current, FALLBACK].map((language) => ({ language, words: loaded.get(`${language}/${namespace}`) }));
  return translate(bundles, key, values);
}

export function language(): Language {
  return current;
}

/** Grows with each change of language or words. */
export function wordsVersion(): number {
  return version;
}

export function subscribeWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first of the wanted languages that is spoken here. */
export function choose(those: readonly (string | undefined)[]): Language {
  for (const one of those) {
    const found = LANGUAGES.find((known) => known === one?.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return FALLBACK;
}

export async function changeLanguage(next: Language): Promise<void> {
  localStorage.setItem(KEY, next);
  await Promise.all([...wanted].map((namespace) => loadOne(next, namespace)));
  current = next;
  document.documentElement.lang = next;
  changed();
}

/** Begins in the language that was chosen here, or else in the organisation's, or else in the browser's. */
export async function startI18n(usual?: string | null): Promise<void> {
  current = choose([localStorage.getItem(KEY) ?? undefined, usual ?? undefined, ...navigator.languages]);
  document.documentElement.lang = current;
  await loadNamespaces("shell");
}
