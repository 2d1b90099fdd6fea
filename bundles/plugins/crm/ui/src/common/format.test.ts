import { expect, test } from "vitest";
import { ago, money, sums, together } from "./format";

test("amounts have cents only where there are any", () => {
  expect(money("en", 1250, "EUR")).toBe("€1,250");
  expect(money("en", 1250.5, "EUR")).toBe("€1,250.50");
  expect(money("it", 1250.5, "EUR")).toMatch(/^1250,50\s€$/);
});

test("currencies are never added to each other", () => {
  const total = together([{ EUR: 10 }, { EUR: 5, CHF: 40 }, {}]);
  expect(total).toEqual({ EUR: 15, CHF: 40 });
  expect(sums("en", total)).toEqual([
    money("en", 40, "CHF"),
    money("en", 15, "EUR"),
  ]);
});

test("what was lately is said in words, what was long ago by its day", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  expect(ago("en", "UTC", "2026-03-10T11:59:30Z", now)).toBe("this minute");
  expect(ago("en", "UTC", "2026-03-10T09:00:00Z", now)).toMatch(
    /^3 hr\.? ago$/,
  );
  expect(ago("en", "UTC", "2026-01-31T23:30:00Z", now)).toBe("Jan 31, 2026");
  expect(ago("en", "Europe/Rome", "2026-01-31T23:30:00Z", now)).toBe(
    "Feb 1, 2026",
  );
});
