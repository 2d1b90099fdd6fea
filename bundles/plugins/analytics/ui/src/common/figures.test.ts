import { expect, test } from "vitest";
import { byDay, lastDays, mainCurrency, wonShare } from "./figures";

test("of what is undecided nothing is known", () => {
  const stage = (name: string, deals: number) => ({
    stage: name,
    deals,
    value: {},
  });
  expect(wonShare([stage("NEW", 9)])).toBeUndefined();
  expect(wonShare([stage("NEW", 9), stage("WON", 1), stage("LOST", 3)])).toBe(
    0.25,
  );
});

test("most is in one currency", () => {
  expect(mainCurrency([{ CHF: 5, EUR: 3 }, { EUR: 4 }])).toBe("EUR");
  expect(mainCurrency([{}])).toBeUndefined();
});

test("a day of which nothing is known came to nothing", () => {
  const days = lastDays(3, new Date("2026-03-02T08:00:00Z"));
  expect(days).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  const won = {
    day: "2026-02-28",
    kind: "crm.deal.won",
    currency: "EUR",
    count: 2,
    amount: 10,
  };
  const others = [
    { ...won, currency: "CHF" },
    { ...won, kind: "crm.contact.created" },
  ];
  expect(
    byDay([won, ...others], days, "crm.deal.won", ({ count }) => count),
  ).toEqual([0, 4, 0]);
});
