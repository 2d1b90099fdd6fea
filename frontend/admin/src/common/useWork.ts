import { isProblem, Problem } from "@plexica/api-client";
import { sentence } from "../logic/sentence";
import { useCallback, useRef, useState } from "react";

export interface Work {
  busy: boolean;
  problem: Problem | null;
  /** Does something once at a time; whether it went well. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  clear(): void;
}

/** Work that somebody waits for, and what became of it. */
export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) {
      return false;
    }
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, problem, run, clear: useCallback(() => setProblem(null), []) };
}

/** What went wrong, in a sentence. */
export function wordsOf(error: unknown): string {
  return sentence(asProblem(error).detail);
}

export function asProblem(error: unknown): Problem {
  return isProblem(error)
    ? error
    : new Problem(0, { code: "internal-error", detail: error instanceof Error ? error.message : String(error) });
}
