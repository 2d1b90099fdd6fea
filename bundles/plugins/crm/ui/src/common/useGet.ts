import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { ProblemError, Query } from "@plexica/plugin-api";
import { useCallback, useEffect, useRef, useState } from "react";

export interface Got<T> {
  /** What was read last; stays while it is read again. */
  data: T | undefined;
  problem: ProblemError | undefined;
  again(): void;
}

const listeners = new Set<() => void>();

/** Tells everything on the page that contacts or deals are not what they were. */
export function changed(): void {
  listeners.forEach((listener) => listener());
}

/**
 * Reads from the plugin's endpoints, and again whenever something is changed here.
 *
 * @param path where; null reads nothing
 */
export function useGet<T>(path: string | null, query: Query = {}): Got<T> {
  const { api, workspace } = usePlexica();
  const key = JSON.stringify([path, query, workspace?.id]);
  const [state, setState] = useState<{
    data?: T;
    problem?: ProblemError;
    path?: string | null;
  }>({});
  const [round, setRound] = useState(0);
  const asked = useRef({ api, path, query });
  asked.current = { api, path, query };
  const again = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    listeners.add(again);
    return () => void listeners.delete(again);
  }, [again]);

  useEffect(() => {
    const { api: client, path: wanted, query: words } = asked.current;
    if (wanted === null) return;
    const stop = new AbortController();
    client.get<T>(wanted, { query: words, signal: stop.signal }).then(
      (data) => stop.signal.aborted || setState({ data, path: wanted }),
      (error: unknown) => {
        if (!stop.signal.aborted && isProblem(error))
          setState((before) => ({ ...before, problem: error }));
      },
    );
    return () => stop.abort();
  }, [key, round]);

  // What was read of another path is another thing; of the same with other words it stays until the new is there.
  const own = state.path === path;
  return { data: own ? state.data : undefined, problem: state.problem, again };
}
