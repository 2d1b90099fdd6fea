import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { ProblemError, Query } from "@plexica/plugin-api";
import { useCallback, useEffect, useRef, useState } from "react";

export interface Got<T> {
  data: T | undefined;
  problem: ProblemError | undefined;
  again(): void;
}

/** Reads from the plugin's endpoints. */
export function useGet<T>(path: string, query: Query = {}): Got<T> {
  const { api, workspace } = usePlexica();
  const key = JSON.stringify([path, query, workspace?.id]);
  const [state, setState] = useState<{
    key?: string;
    data?: T;
    problem?: ProblemError;
  }>({});
  const [round, setRound] = useState(0);
  const asked = useRef({ api, path, query });
  asked.current = { api, path, query };
  const again = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    const stop = new AbortController();
    const { api: client, path: wanted, query: words } = asked.current;
    client.get<T>(wanted, { query: words, signal: stop.signal }).then(
      (data) => stop.signal.aborted || setState({ key, data }),
      (error: unknown) => {
        if (!stop.signal.aborted && isProblem(error))
          setState({ key, problem: error });
      },
    );
    return () => stop.abort();
  }, [key, round]);

  const own = state.key === key;
  return {
    data: own ? state.data : undefined,
    problem: own ? state.problem : undefined,
    again,
  };
}
