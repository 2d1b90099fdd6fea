import type { PluginStats, VersionStats } from "../../api/plugins.types";
import type { Point } from "../../logic/history";
import type { RolloutState } from "../../logic/rollout";
import { useSeen, type Look } from "../../state/seen";

interface Versions extends Look {
  versions: VersionStats[];
}

interface Courses {
  old: Point[];
  fresh: Point[];
}

/** What two versions' figures were since the application was opened. */
export function useCompareHistory(stats: PluginStats, at: number, { from, target }: RolloutState) {
  const { plugin, versions } = stats;
  const looks = useSeen<Versions>(`versions ${plugin}`, { versions }, at);
  return (value: (figures: VersionStats) => number): Courses => {
    const points = (version: string | undefined) =>
      looks.flatMap((look) => {
        const figures = look.versions.find((one) => one.version === version);
        return figures ? [{ at: look.at, value: value(figures) }] : [];
      });
    return { old: points(from), fresh: points(target) };
  };
}
