import { useEffect, useState } from "react";
import { API } from "../http/api";
import { isProblem } from "../http/problem";
import type { Problem } from "../http/problem";
import { follow } from "../live/follow";
import { backOff } from "../live/live";
import { usePlatform } from "../platform";
import type { Operation } from "../views";

export interface Followed {
  operation: Operation | undefined;
  problem: Problem | undefined;
  /** Nothing is heard at the moment; what is shown may be old. */
  away: boolean;
}

const ENDED = new Set(["SUCCEEDED", "FAILED", "CANCELLED"]);

/** Whether nothing more will come of it. */
export function hasEnded(operation: Operation): boolean {
  return ENDED.has(operation.status);
}

/** Follows long work until it has ended, across lost connections. */
export function useOperation(id: string | null | undefined): Followed {
  const { http, api } = usePlatform();
  const [followed, setFollowed] = useState<Followed>({ operation: undefined, problem: undefined, away: false });

  useEffect(() => {
    if (!id) return;
    const stop = new AbortController();
    const take = (operation: Operation): boolean => {
      setFollowed({ operation, problem: undefined, away: false });
      return hasEnded(operation);
    };
    const run = async (): Promise<void> => {
      let ended = false;
      for (let attempt = 0; !ended && !stop.signal.aborted; attempt++) {
        try {
          ended = take(await api.get<Operation>(`/operations/${id}`, undefined, stop.signal));
          if (ended) return;
          attempt = 0;
          await follow(http, `${API}/operations/${id}/events`, {
            lastId: undefined,
            signal: stop.signal,
            opened: () => {},
            heard: (event) => (ended = take(JSON.parse(event.data) as Operation) || ended),
          });
        } catch (error) {
          if (stop.signal.aborted) return;
          if (isProblem(error) && !error.passing) {
            setFollowed((was) => ({ ...was, problem: error }));
            return;
          }
          setFollowed((was) => ({ ...was, away: true }));
        }
        if (!ended) await new Promise((resolve) => setTimeout(resolve, backOff(attempt)));
      }
    };
    void run();
    return () => stop.abort();
  }, [id, http, api]);

  return followed;
}
