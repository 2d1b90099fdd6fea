export type Words = Record<string, unknown>;
export type Values = Record<string, string | number | undefined>;

/** The words of one language. */
export interface Bundle {
  language: string;
  words: Words | undefined;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What is written from right to left turns round nothing of what stands beside it. */
function apart(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

function find(words: Words | undefined, key: string): string | undefined {
  if (!words) return undefined;
  const whole = words[key];
  if (typeof whole === "string") return whole;
  const found = key.split(".").reduce<unknown>((at, part) => (at as Words | undefined)?.[part], words);
  return typeof found === "string" ? found : undefined;
}

function inOne({ language, words }: Bundle, key: string, values: Values): string | undefined {
  const { count } = values;
  const plural = typeof count === "number" ? new Intl.PluralRules(language).select(count) : undefined;
  const form = (name: string | undefined) => (name ? find(words, `${key}_${name}`) : undefined);
  // Italian has a form for whole millions, which reads as that for all others.
  const text = form(plural) ?? form(plural && "other") ?? find(words, key);
  return text?.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : apart(value ?? "");
  });
}

/**
 * A text: from the first language that has it, in the form that its rules give for `count` (`key_one`, `key_other`), with values
 * where it names them (`{{name}}`). Without any it is `defaultValue`, or the key.
 */
export function translate(bundles: readonly Bundle[], key: string, values: Values = {}): string {
  for (const bundle of bundles) {
    const text = inOne(bundle, key, values);
    if (text !== undefined) return text;
  }
  const { defaultValue } = values;
  return typeof defaultValue === "string" ? defaultValue : key;
}
