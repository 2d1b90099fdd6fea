import { hasEnded, useInvalidate, useOperation, usePlatform, type Operation } from "@plexica/api-client";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { useStartRollout, type RolloutWish } from "../../api/plugins";
import { useWork, type Work } from "../../common/useWork";

export interface Rollout {
  /** The one that was begun last, here or before a reload. */
  operation: Operation | undefined;
  isRunning: boolean;
  work: Work;
  start(wish: RolloutWish): Promise<boolean>;
  /** Sends tenants back, once nothing else is under way. */
  goBack(back: Map<string, string[]>): Promise<boolean>;
}

/** Roll-outs of a plugin, one after the other. Which one is followed is in the address, so that a reload finds it. */
export function useRollout(plugin: string): Rollout {
  const { api } = usePlatform();
  const [search, setSearch] = useSearchParams();
  const begin = useStartRollout(plugin);
  const invalidate = useInvalidate();
  const work = useWork();
  const id = search.get("op");
  const followed = useOperation(id).operation;
  const operation = followed?.id === id ? followed : undefined;
  const isRunning = operation !== undefined && !hasEnded(operation);
  const progress = operation?.progress;

  useEffect(() => {
    if (progress !== undefined) {
      void invalidate(`/plugins/${plugin}/stats`, `/plugins/${plugin}/rollouts`);
    }
  }, [progress, isRunning, plugin, invalidate]);

  const start = async (wish: RolloutWish): Promise<Operation> => {
    const begun = (await begin(wish)) as Operation;
    setSearch((before) => withOperation(before, begun.id), { replace: true });
    return begun;
  };
  const ended = async (one: string): Promise<void> => {
    while (!hasEnded(await api.get<Operation>(`/operations/${one}`))) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  return {
    operation,
    isRunning,
    work,
    start: (wish) => work.run(() => start(wish)),
    goBack: (back) =>
      work.run(async () => {
        if (id && isRunning) {
          await ended(id);
        }
        for (const [version, tenants] of back) {
          await ended((await start({ version, tenants })).id);
        }
      }),
  };
}

function withOperation(before: URLSearchParams, id: string): URLSearchParams {
  const next = new URLSearchParams(before);
  next.set("op", id);
  return next;
}
