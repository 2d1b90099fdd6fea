import type { PluginStats } from "../../api/plugins.types";
import type { Point } from "../../logic/history";
import { useSeen, type Look } from "../../state/seen";

interface Calls extends Look {
  calls: Record<string, number>;
}

export interface StatsHistory {
  /** Calls a minute: of all versions, or of one. */
  calls(version?: string): Point[];
}

/** What a plugin's figures were since the application was opened. */
export function useStatsHistory(stats: PluginStats, at: number): StatsHistory {
  const calls = Object.fromEntries(stats.versions.map((one) => [one.version, one.calls]));
  const looks = useSeen<Calls>(`calls ${stats.plugin}`, { calls }, at);
  return {
    calls: (version) =>
      looks.slice(1).map((after, place) => {
        const before = looks[place]!;
        const risen = count(after, version) - count(before, version);
        return { at: after.at, value: (Math.max(0, risen) * 60_000) / Math.max(1, after.at - before.at) };
      }),
  };
}

function count({ calls }: Calls, version: string | undefined): number {
  return version === undefined ? Object.values(calls).reduce((sum, one) => sum + one, 0) : (calls[version] ?? 0);
}
