import { describe, expect, it } from "vitest";

const english = import.meta.glob<object>("./locales/en/*.json", { eager: true, import: "default" });
const italian = import.meta.glob<object>("./locales/it/*.json", { eager: true, import: "default" });

function keys(texts: object, before = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value as object, `${before}${key}.`) : [before + key],
  );
}

function places(texts: object): Record<string, string> {
  return Object.fromEntries(
    keys(texts).map((key) => {
      const text = key.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], texts);
      return [
        key,
        [...String(text).matchAll(/{{(\w+)/g)]
          .map(([, name]) => name)
          .sort()
          .join(" "),
      ];
    }),
  );
}

describe("each text", () => {
  it.each(Object.keys(english))("of %s is there in both languages, with the same values in it", (path) => {
    expect(places(italian[path.replace("/en/", "/it/")] ?? {})).toEqual(places(english[path]!));
  });
});
