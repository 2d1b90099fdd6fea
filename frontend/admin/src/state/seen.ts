import { useEffect, useSyncExternalStore } from "react";
import { MOST_KEPT } from "../logic/history";

/** Something that was looked at, when. */
export interface Look {
  at: number;
}

const NONE: readonly never[] = [];
const kept = new Map<string, readonly Look[]>();
const watchers = new Set<() => void>();

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * What was seen of something so far, with the look that is given now. It is kept while the application is open, whichever page
 * is shown, so that coming back does not begin anew. An answer that comes a second time is one look.
 */
export function useSeen<Seen extends Look>(key: string, seen: Omit<Seen, "at">, at: number): readonly Seen[] {
  const all = useSyncExternalStore(subscribe, () => kept.get(key) ?? NONE) as readonly Seen[];
  useEffect(() => {
    const before = (kept.get(key) ?? NONE) as readonly Seen[];
    if (at > (before.at(-1)?.at ?? 0)) {
      kept.set(key, [...before, { ...seen, at } as Seen].slice(-MOST_KEPT));
      watchers.forEach((watcher) => watcher());
    }
  }, [key, at]);
  return all;
}
