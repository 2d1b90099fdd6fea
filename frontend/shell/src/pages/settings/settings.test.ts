import { expect, test } from "vitest";
import { changedFields, clashes, draftOf, patchesOf, rebased, tidyColour } from "./model/draft";
import { expiryIn, fitting, stateOf } from "./model/keys";
import { fitted, refusedFile } from "./model/logo";
import { mergePatch, parseObject, patched } from "../../common/mergePatch";

test("only what has changed is sent, to settings and theme apart", () => {
  const before = draftOf(
    { general: { language: "it" } },
    { colors: { primary: "#112233" }, logo: "https://a.example/l" },
  );
  expect(before.accent).toBe("#112233");
  const after = { ...before, language: "", accent: "#b8461e" };
  expect(changedFields(before, after)).toEqual(["language", "accent"]);
  expect(patchesOf(before, after)).toEqual({
    settings: { general: { language: null } },
    theme: { colors: { accent: "#b8461e", primary: null, brand: null } },
  });
  expect(patchesOf(before, before)).toEqual({});
});

test("of two who change different things both keep theirs", () => {
  const before = draftOf({ general: { language: "it" } }, {});
  const mine = { ...before, language: "en" };
  const theirs = { ...before, website: "https://acme.example" };
  expect(clashes(before, mine, theirs)).toEqual([]);
  expect(rebased(before, mine, theirs)).toMatchObject({ language: "en", website: "https://acme.example" });
  expect(clashes(before, mine, { ...before, language: "" })).toEqual(["language"]);
});

test("a merge patch takes away, changes within, and replaces lists", () => {
  const before = { a: 1, b: { c: 1, d: 2 }, e: [1, 2] };
  expect(mergePatch(before, { b: { c: 1, d: 3 }, e: [1] })).toEqual({ a: null, b: { d: 3 }, e: [1] });
  expect(mergePatch(before, { ...before })).toBeUndefined();
  expect(patched(before, { a: null, b: { d: 3 }, f: { g: 1 } })).toEqual({
    ...before,
    a: undefined,
    b: { ...before.b, d: 3 },
    f: { g: 1 },
  });
});

test("what is no object is refused before it is sent", () => {
  expect(parseObject('{"a":1}')).toEqual({ value: { a: 1 } });
  expect(parseObject("[1]")).toMatchObject({ problem: "no-object" });
  expect(parseObject("{a:1}")).toMatchObject({ problem: "no-json" });
});

test.each([
  ["1976D2", "#1976d2"],
  ["#abc", "#aabbcc"],
  ["red", null],
  ["#11223344", null],
])("colour %s", (text, colour) => expect(tidyColour(text)).toBe(colour));

test("logos are pictures of a bounded size, in proportion", () => {
  expect(refusedFile({ type: "text/html", size: 10 })).toBe("kind");
  expect(refusedFile({ type: "image/svg+xml", size: 9_000_000 })).toBe("size");
  expect(refusedFile({ type: "image/svg+xml", size: 900 })).toBeUndefined();
  expect(fitted(1000, 500, 256)).toEqual({ width: 256, height: 128 });
  expect(fitted(40, 40, 256)).toEqual({ width: 40, height: 40 });
  expect(fitted(0, 0, 128)).toEqual({ width: 128, height: 128 });
});

test("a key says how it stands", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const key = { expiresAt: null, oldSecretUntil: null };
  expect(stateOf(key, now)).toBe("active");
  expect(stateOf({ ...key, expiresAt: "2025-12-31T00:00:00Z" }, now)).toBe("expired");
  expect(stateOf({ ...key, expiresAt: "2026-01-05T00:00:00Z" }, now)).toBe("ending");
  expect(stateOf({ ...key, oldSecretUntil: "2026-01-02T00:00:00Z" }, now)).toBe("rotating");
  expect([expiryIn(30, now), expiryIn(0, now)]).toEqual(["2026-01-31T00:00:00.000Z", null]);
});

test("chosen permissions stay in sight while others are searched for", () => {
  const all = ["crm:contacts:read", "core:users:read"].map((key) => ({
    key,
    name: key,
    description: null,
    source: "",
  }));
  expect(fitting(all, "users", ["crm:contacts:read"]).map(({ key }) => key)).toEqual([
    "crm:contacts:read",
    "core:users:read",
  ]);
  expect(fitting(all, "users", []).map(({ key }) => key)).toEqual(["core:users:read"]);
});
