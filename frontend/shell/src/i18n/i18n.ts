import i18next from "i18next";
import type { BackendModule } from "i18next";

export const LANGUAGES = ["en", "it"] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = Record<string, unknown>;

const own = import.meta.glob<{ default: Words }>(["../locales/*/*.json", "../pages/*/locales/*.json"]);
const foreign = new Map<string, (language: string) => Promise<Words>>();

/** Where words of the shell's own lie: `locales/<language>/<namespace>.json`, or beside the pages of an area. */
function pathsOf(language: string, namespace: string): string[] {
  return [`../locales/${language}/${namespace}.json`, `../pages/${namespace}/locales/${language}.json`];
}

async function load(language: string, namespace: string): Promise<Words> {
  const stranger = foreign.get(namespace);
  if (stranger) return stranger(language);
  for (const path of pathsOf(language, namespace)) {
    const found = own[path];
    if (found) return (await found()).default;
  }
  return {};
}

const backend: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    load(language, namespace).then(
      (words) => done(null, words),
      (error: unknown) => done(error as Error, false),
    );
  },
};

/** Tells where the words of a namespace come from that is not the shell's. */
export function addNamespace(namespace: string, loader: (language: string) => Promise<Words>): void {
  foreign.set(namespace, loader);
}

/** The first of the wanted languages that is spoken here. */
export function choose(wanted: readonly (string | undefined)[]): Language {
  for (const one of wanted) {
    const found = LANGUAGES.find((language) => language === one?.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return "en";
}

const KEY = "plexica.language";

export function rememberedLanguage(): Language {
  return choose([localStorage.getItem(KEY) ?? undefined, ...navigator.languages]);
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function startI18n(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(backend).init({
    lng: language,
    fallbackLng: "en",
    supportedLngs: [...LANGUAGES],
    ns: ["shell"],
    defaultNS: "shell",
    nsSeparator: false,
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export { i18next };
