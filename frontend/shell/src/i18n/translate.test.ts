import { expect, test } from "vitest";
import { translate } from "./translate";

const english = {
  language: "en",
  words: { deals: { open_one: "{{count}} deal", open_other: "{{count}} deals" }, only: "Only {{who}}" },
};
const italian = {
  language: "it",
  words: { deals: { open_one: "{{count}} trattativa", open_other: "{{count}} trattative" } },
};

test("the form of a word follows the number, and numbers are written as the language does", () => {
  expect(translate([english], "deals.open", { count: 1 })).toBe("1 deal");
  expect(translate([english], "deals.open", { count: 1234 })).toBe("1,234 deals");
  expect(translate([italian, english], "deals.open", { count: 12345 })).toBe("12.345 trattative");
  expect(translate([italian, english], "deals.open", { count: 1_000_000 })).toBe("1.000.000 trattative");
});

test("what a language lacks is said in English, and what none has by its key", () => {
  expect(translate([italian, english], "only", { who: "Marta" })).toBe("Only Marta");
  expect(translate([italian, english], "nothing.here")).toBe("nothing.here");
  expect(translate([italian, english], "nothing.here", { defaultValue: "Something" })).toBe("Something");
});

test("values are put in once and never read as words themselves", () => {
  expect(translate([english], "only", { who: "{{who}} <b>" })).toBe("Only {{who}} <b>");
});

test("a name from right to left keeps its place beside numbers", () => {
  expect(translate([english], "only", { who: "\u05db\u05d4\u05df" })).toBe("Only \u2068\u05db\u05d4\u05df\u2069");
});
