import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["en", "it"] as const;
export type Language = (typeof LANGUAGES)[number];

type Texts = Record<string, object>;

const english = import.meta.glob<object>(["./locales/en/*.json", "../../../packages/audit/locales/en/*.json"], {
  eager: true,
  import: "default",
});
const others = import.meta.glob<object>(["./locales/it/*.json", "../../../packages/audit/locales/it/*.json"], {
  import: "default",
});

/** The areas of the application; each has its texts in a file of its own. */
export const AREAS = Object.keys(english).map(area);

/** Begins with the language that was chosen, or else the browser's; what it lacks is said in English. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    ns: AREAS,
    defaultNS: "common",
    interpolation: { escapeValue: false },
    resources: { en: Object.fromEntries(Object.entries(english).map(([path, texts]) => [area(path), texts])) },
    partialBundledLanguages: true,
  });
  await speak(language);
}

export async function speak(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "common")) {
    for (const [name, texts] of Object.entries(await load())) {
      i18next.addResourceBundle(language, name, texts);
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

async function load(): Promise<Texts> {
  const texts = await Promise.all(
    Object.entries(others).map(async ([path, read]) => [area(path), await read()] as const),
  );
  return Object.fromEntries(texts);
}

function area(path: string): string {
  return path.replace(/^.*\/(\w+)\.json$/, "$1");
}
