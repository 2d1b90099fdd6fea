import { useEffect, useState } from "react";
import type { PluginStats, VersionStats } from "../../api/plugins.types";
import { MOST_KEPT, type Point } from "../../logic/history";
import type { RolloutState } from "../../logic/rollout";

interface Look {
  at: number;
  old: VersionStats | undefined;
  fresh: VersionStats | undefined;
}

/** What two versions' figures were while the page is open. */
export function useCompareHistory(stats: PluginStats, { from, target }: RolloutState) {
  const [looks, setLooks] = useState<Look[]>([]);
  useEffect(() => setLooks([]), [target]);
  useEffect(() => {
    const find = (version: string | undefined) => stats.versions.find((one) => one.version === version);
    setLooks((before) => [...before, { at: Date.now(), old: find(from), fresh: find(target) }].slice(-MOST_KEPT));
  }, [stats, from, target]);
  return (value: (figures: VersionStats) => number): { old: Point[]; fresh: Point[] } => {
    const points = (side: "old" | "fresh") =>
      looks.flatMap((look) => {
        const figures = look[side];
        return figures ? [{ at: look.at, value: value(figures) }] : [];
      });
    return { old: points("old"), fresh: points("fresh") };
  };
}
