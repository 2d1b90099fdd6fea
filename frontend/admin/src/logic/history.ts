import type { Figures } from "./figures";

/** So many looks are kept: at one every five seconds, a quarter of an hour. */
export const MOST_KEPT = 180;

/** So many looks make one value of a course. */
const WINDOW = 6;

export interface Point {
  at: number;
  value: number;
}

/** Adds a look; one of another process begins anew, since its counters do. */
export function remember(history: Figures[], next: Figures): Figures[] {
  const last = history.at(-1);
  if (last && last.startedAt !== next.startedAt) {
    return [next];
  }
  return [...history, next].slice(-MOST_KEPT);
}

/** How fast a counter rose between looks, each minute. */
export function perMinute(history: Figures[], counter: (figures: Figures) => number): Point[] {
  return pairs(history).map(([before, after]) => ({
    at: after.at,
    value: (Math.max(0, counter(after) - counter(before)) * 60_000) / Math.max(1, after.at - before.at),
  }));
}

export function values(history: Figures[], value: (figures: Figures) => number): Point[] {
  return history.map((figures) => ({ at: figures.at, value: value(figures) }));
}

/** The milliseconds that this part of the calls between looks did not exceed; no point where there was no call. */
export function quantile(history: Figures[], part: number): Point[] {
  return pairs(history).flatMap(([before, after]) => {
    const earlier = new Map(before.durations);
    const counts = after.durations.map(([upTo, calls]): [number, number] => [upTo, calls - (earlier.get(upTo) ?? 0)]);
    const value = within(counts, part);
    return value === null ? [] : [{ at: after.at, value: value * 1000 }];
  });
}

/** Failures among the calls between looks, in percent; no point where there was no call. */
export function failureShare(history: Figures[]): Point[] {
  return pairs(history).flatMap(([before, after]) => {
    const calls = after.requests - before.requests;
    return calls <= 0 ? [] : [{ at: after.at, value: (100 * (after.failures - before.failures)) / calls }];
  });
}

function within(counts: [number, number][], part: number): number | null {
  const all = counts.at(-1)?.[1] ?? 0;
  if (all <= 0) {
    return null;
  }
  const wanted = all * part;
  let from = 0;
  let below = 0;
  for (const [upTo, calls] of counts) {
    if (calls >= wanted) {
      const share = calls === below ? 1 : (wanted - below) / (calls - below);
      return upTo === Infinity ? from : from + (upTo - from) * share;
    }
    from = upTo === Infinity ? from : upTo;
    below = calls;
  }
  return from;
}

/** Each look with one about half a minute before, so that courses are calm and quiet moments have a value. */
function pairs(history: Figures[]): [Figures, Figures][] {
  return history.slice(1).map((after, index) => [history[Math.max(0, index + 1 - WINDOW)]!, after]);
}
