import { useEffect, useState } from "react";
import type { PluginStats } from "../../api/plugins.types";
import { MOST_KEPT, type Point } from "../../logic/history";

interface Look {
  at: number;
  calls: Record<string, number>;
}

export interface StatsHistory {
  /** Calls a minute: of all versions, or of one. */
  calls(version?: string): Point[];
}

/** What a plugin's figures were while the page is open. */
export function useStatsHistory(stats: PluginStats): StatsHistory {
  const [looks, setLooks] = useState<Look[]>([]);
  useEffect(() => {
    const calls = Object.fromEntries(stats.versions.map((one) => [one.version, one.calls]));
    setLooks((before) => [...before, { at: Date.now(), calls }].slice(-MOST_KEPT));
  }, [stats]);
  return {
    calls: (version) =>
      looks.slice(1).map((after, at) => {
        const before = looks[at]!;
        const risen = count(after, version) - count(before, version);
        return { at: after.at, value: (Math.max(0, risen) * 60_000) / Math.max(1, after.at - before.at) };
      }),
  };
}

function count({ calls }: Look, version: string | undefined): number {
  return version === undefined ? Object.values(calls).reduce((sum, one) => sum + one, 0) : (calls[version] ?? 0);
}
