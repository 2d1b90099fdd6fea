import { useEffect, useState } from "react";
import type { Placed } from "../state/console";
import { loadModule } from "./load";
import { loadWords } from "./words";

export interface Loaded<T> {
  module: T | undefined;
  error: unknown;
}

const kept = new Map<string, unknown>();

/** The module of a contribution, with the plugin's words; tried again for each new attempt. */
export function useModule<T>(placed: Placed, attempt = 0, wantedAtAll = true): Loaded<T> {
  const { plugin, contribution } = placed;
  const key = `${plugin.id}@${plugin.version}/${contribution.module}`;
  const [state, setState] = useState<Loaded<T> & { key: string }>({
    key,
    module: kept.get(key) as T,
    error: undefined,
  });

  useEffect(() => {
    if (!wantedAtAll) return;
    let wanted = true;
    const take = (loaded: Loaded<T>): void => {
      if (wanted) setState({ key, ...loaded });
    };
    Promise.all([loadModule(plugin, contribution), loadWords(plugin).catch(() => {})]).then(
      ([module]) => {
        kept.set(key, module);
        take({ module: module as T, error: undefined });
      },
      (error: unknown) => take({ module: undefined, error }),
    );
    return () => {
      wanted = false;
    };
    // The same version of a plugin brings the same module, however often the list of plugins is read again.
  }, [key, attempt, wantedAtAll]);

  return state.key === key ? state : { module: kept.get(key) as T | undefined, error: undefined };
}
