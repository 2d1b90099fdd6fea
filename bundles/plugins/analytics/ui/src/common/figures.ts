import type { DayFigures, StageFigures } from "./types";

/** The share of decided deals that were won; undefined while none is decided. */
export function wonShare(stages: readonly StageFigures[]): number | undefined {
  const count = (name: string): number =>
    stages.find(({ stage }) => stage === name)?.deals ?? 0;
  const decided = count("WON") + count("LOST");
  return decided === 0 ? undefined : count("WON") / decided;
}

/** The currency that most is in; undefined where there are no amounts. */
export function mainCurrency(
  values: readonly Record<string, number>[],
): string | undefined {
  const totals = new Map<string, number>();
  for (const value of values) {
    for (const [currency, amount] of Object.entries(value))
      totals.set(currency, (totals.get(currency) ?? 0) + amount);
  }
  return [...totals].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The last days, the first of them first, as `2026-03-01`. Days are those of UTC, as they are added up. */
export function lastDays(count: number, today = new Date()): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(today.getTime() - (count - at) * 86_400_000)
      .toISOString()
      .slice(0, 10),
  );
}

/** What each of the days came to; a day of which nothing is known came to nothing. */
export function byDay(
  figures: readonly DayFigures[],
  days: readonly string[],
  kind: string,
  value: (one: DayFigures) => number,
): number[] {
  return days.map((day) =>
    figures
      .filter((one) => one.day === day && one.kind === kind)
      .reduce((sum, one) => sum + value(one), 0),
  );
}
