import { expect, test } from "vitest";

const files = import.meta.glob<{ default: object }>(
  [
    "../locales/*/*.json",
    "../pages/*/locales/*.json",
    "../pages/*/*/locales/*.json",
    "../../../packages/audit/locales/*/*.json",
  ],
  { eager: true },
);

function keys(words: object, prefix = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keys(value as object, `${prefix}${key}.`) : [prefix + key],
  );
}

const english = Object.keys(files).filter((path) => /\/en[./]/.test(path));

test.each(english)("%s has the same keys in Italian", (path) => {
  const italian = files[path.replace("/locales/en", "/locales/it")];
  expect(keys(italian?.default ?? {}).sort()).toEqual(keys(files[path]?.default ?? {}).sort());
});
