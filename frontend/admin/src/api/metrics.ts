import { usePlatform, type Problem } from "@plexica/api-client";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { figures, type Figures } from "../logic/figures";
import { remember } from "../logic/history";
import { parseMetrics } from "../logic/metrics";

const EVERY = 5_000;

/** What was seen while the application is open, whichever page was shown. */
let history: Figures[] = [];
const watchers = new Set<() => void>();

function add(next: Figures): void {
  history = remember(history, next);
  watchers.forEach((watcher) => watcher());
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export interface Metrics {
  latest: Figures | undefined;
  history: Figures[];
  problem: Problem | null;
}

/** Looks at the node's figures every five seconds while a page that shows them is in sight. */
export function useMetrics(): Metrics {
  const { http } = usePlatform();
  const seen = useSyncExternalStore(subscribe, () => history);
  const { error } = useQuery<number, Problem>({
    queryKey: ["/metrics"],
    queryFn: async ({ signal }) => {
      const answer = await http("/metrics", { signal, headers: { Accept: "text/plain" } });
      const at = Date.now();
      add(figures(parseMetrics(await answer.text()), at));
      return at;
    },
    refetchInterval: EVERY,
    staleTime: EVERY - 500,
  });
  return { latest: seen.at(-1), history: seen, problem: error };
}
