import { hasEnded, useInvalidate, useOperation, usePlatform, type Operation } from "@plexica/api-client";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useRunningRollout, useStartRollout, type RolloutWish } from "../../api/plugins";
import type { Cancellation, RolloutMove } from "../../api/plugins.types";
import type { Page } from "../../api/types";
import { useWork, type Work } from "../../common/useWork";
import { backOf, nextToFollow } from "../../logic/rollout";
import { reasonWord } from "../../logic/sentence";
import { changed } from "../../logic/urlState";
import { lastRollout, noteRollout } from "../../state/rollouts";

const EVERY = 5_000;

export interface Rollout {
  /** The one that is under way, or else the one that was begun last, here or before a reload. */
  operation: Operation | undefined;
  isRunning: boolean;
  work: Work;
  start(wish: RolloutWish): Promise<boolean>;
  /** Sends back all that were moved to a version. */
  goBack(target: string): Promise<boolean>;
  isGoingBack: boolean;
  /** Ends the one under way before its next tenant. Throws a `Problem`. */
  cancel(keep: boolean): Promise<Cancellation>;
  /** How the one that is followed was told to end, until it has. */
  stopped: Cancellation | null;
  /** Whether one that is not followed here stands in the way of another. */
  isElsewhere: boolean;
}

/**
 * Roll-outs of a plugin, one after the other. Which one is followed is in the address, so that a reload finds it; without it there,
 * it is the one that was begun last in this tab. One that somebody else has begun takes its place.
 */
export function useRollout(plugin: string): Rollout {
  const { api } = usePlatform();
  const [search, setSearch] = useSearchParams();
  const begin = useStartRollout(plugin);
  const invalidate = useInvalidate();
  const work = useWork();
  const [isGoingBack, setGoingBack] = useState(false);
  const [told, setTold] = useState<{ operation: string | null; cancellation: Cancellation } | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const id = search.get("op") ?? lastRollout(plugin);
  const underWay = useRunningRollout(plugin, EVERY);
  const { operation: followed, problem } = useOperation(id);
  const operation = followed?.id === id ? followed : undefined;
  const isRunning = operation !== undefined && !hasEnded(operation);
  const progress = operation?.progress;

  useEffect(() => {
    if (progress !== undefined) {
      void invalidate(`/plugins/${plugin}/stats`, `/plugins/${plugin}/rollouts`);
    }
  }, [progress, isRunning, plugin, invalidate]);

  const next = nextToFollow(underWay, operation, id === null || problem !== undefined);
  useEffect(() => {
    if (next) {
      noteRollout(plugin, next);
      setSearch((before) => changed(before, { op: next }), { replace: true });
    }
  }, [next, plugin, setSearch]);

  const start = async (wish: RolloutWish): Promise<Operation> => {
    const begun = (await begin(wish)) as Operation;
    noteRollout(plugin, begun.id);
    setSearch((before) => changed(before, { op: begun.id }), { replace: true });
    return begun;
  };
  const ended = async (one: string): Promise<void> => {
    while (!hasEnded(await api.get<Operation>(`/operations/${one}`))) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const back = async (target: string): Promise<void> => {
    // Whoever has left the page has given it up.
    const moved = await api.get<Page<RolloutMove>>(`/plugins/${plugin}/rollouts`, { size: 200 });
    for (const [version, tenants] of backOf(moved.items, target)) {
      if (!isHere.current) {
        return;
      }
      await ended((await start({ version, tenants })).id);
    }
  };
  const isElsewhere = !isRunning && reasonWord(work.problem?.detail ?? "") === "rollout-in-progress";
  return {
    operation,
    isRunning,
    isElsewhere,
    async cancel(keep) {
      const cancellation = await api.post<Cancellation>(`/plugins/${plugin}/rollouts/cancel`, { keep });
      work.clear();
      setTold({ operation: id, cancellation });
      return cancellation;
    },
    stopped: isRunning && told?.operation === id ? told.cancellation : null,
    work,
    start: (wish) => work.run(() => start(wish)),
    goBack: (target) => {
      setGoingBack(true);
      return work.run(() => back(target)).finally(() => setGoingBack(false));
    },
    isGoingBack,
  };
}
