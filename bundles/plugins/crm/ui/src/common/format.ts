import { usePlexica } from "@plexica/plugin-api";
import { useMemo } from "react";

const DAY = 86_400_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** An amount as people write it; cents only where there are any. */
export function money(
  locale: string,
  amount: number,
  currency: string,
): string {
  const fraction = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    ...fraction,
  }).format(amount);
}

/** Sums in several currencies, the largest number first. */
export function sums(locale: string, value: Record<string, number>): string[] {
  return Object.entries(value)
    .sort(([, one], [, other]) => other - one)
    .map(([currency, amount]) => money(locale, amount, currency));
}

/** Adds sums up, each currency for itself. */
export function together(
  values: readonly Record<string, number>[],
): Record<string, number> {
  const total: Record<string, number> = {};
  for (const value of values) {
    for (const [currency, amount] of Object.entries(value))
      total[currency] = (total[currency] ?? 0) + amount;
  }
  return total;
}

/** How long ago: in words for a week, then the day. */
export function ago(
  locale: string,
  timeZone: string,
  at: string,
  now = Date.now(),
): string {
  const past = now - Date.parse(at);
  if (past > 7 * DAY)
    return new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeZone,
    }).format(new Date(at));
  const words = new Intl.RelativeTimeFormat(locale, {
    numeric: "auto",
    style: "short",
  });
  for (const [unit, length] of STEPS) {
    if (past >= length) return words.format(-Math.floor(past / length), unit);
  }
  return words.format(0, "minute");
}

export interface Format {
  money(
    amount: number | null | undefined,
    currency: string | null | undefined,
  ): string;
  sums(value: Record<string, number>): string[];
  ago(at: string): string;
  number(value: number): string;
}

/** The same in the user's language and zone. */
export function useFormat(): Format {
  const { locale, timeZone } = usePlexica();
  return useMemo(
    () => ({
      money: (amount, currency) =>
        amount == null || !currency ? "" : money(locale, amount, currency),
      sums: (value) => sums(locale, value),
      ago: (at) => ago(locale, timeZone, at),
      number: (value) => new Intl.NumberFormat(locale).format(value),
    }),
    [locale, timeZone],
  );
}
