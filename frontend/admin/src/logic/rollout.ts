import { hasEnded, type Operation } from "@plexica/api-client";
import type { PluginStats, RolloutMove, Version, VersionStats } from "../api/plugins.types";

/** How far a version has come among the tenants that have the plugin. */
export interface RolloutState {
  target: string;
  /** The version that most tenants are on which are not on the target; undefined when all are. */
  from: string | undefined;
  on: number;
  all: number;
  stage: "nobody" | "some" | "everybody";
  /** Tenants that can go back, by the version that they came from. */
  back: Map<string, string[]>;
}

export function rolloutState(stats: PluginStats, moves: RolloutMove[], target: string): RolloutState {
  const on = stats.versions.find((version) => version.version === target)?.tenants ?? 0;
  const all = stats.versions.reduce((total, version) => total + version.tenants, 0);
  const back = backOf(moves, target);
  return {
    target,
    from: mostUsed(stats.versions, target) ?? [...back.keys()][0],
    on,
    all,
    stage: on === 0 ? "nobody" : on < all ? "some" : "everybody",
    back,
  };
}

/** Whom a way back from a version would take, by the version that they came from. */
export function backOf(moves: RolloutMove[], target: string): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const move of moves.filter((one) => one.to === target)) {
    back.set(move.from, [...(back.get(move.from) ?? []), move.tenant]);
  }
  return back;
}

function mostUsed(versions: VersionStats[], target: string): string | undefined {
  return versions
    .filter((version) => version.version !== target && version.tenants > 0)
    .sort((one, other) => other.tenants - one.tenants)[0]?.version;
}

/** How many tenants are moved by a percentage, which is rounded up as the platform does. */
export function meant(all: number, percentage: number): number {
  return Math.floor((all * percentage + 99) / 100);
}

/** The next sizes worth offering: those that move somebody, and never one twice. */
export function nextSizes(state: RolloutState): number[] {
  const sizes = [10, 25, 50, 100].filter((percentage) => meant(state.all, percentage) > state.on);
  const seen = new Set<number>();
  return sizes.filter((percentage) => {
    const tenants = percentage === 100 ? state.all : meant(state.all, percentage);
    return (percentage === 100 || tenants < state.all) && !seen.has(tenants) && seen.add(tenants);
  });
}

/** The version to propose: the newest that tenants may be given, runs, and is no pre-release unless all are. */
export function proposed(versions: Version[]): string | undefined {
  const possible = versions.filter((version) => version.status === "AVAILABLE" && version.running);
  return (possible.find((version) => !version.version.includes("-")) ?? possible[0])?.version;
}

export function totalBack(state: RolloutState): number {
  return [...state.back.values()].reduce((total, tenants) => total + tenants.length, 0);
}

export type Judgement = "unknown" | "well" | "worse";

/** Fewer calls than this do not show that a version does well, nor how fast it is. */
const ENOUGH = 100;
/** Errors show earlier: a handful of calls is enough to warn. */
const A_FEW = 5;

/** Whether so many calls were made that a version can be compared with another one. */
export function isComparable(stats: VersionStats | undefined): stats is VersionStats {
  return stats !== undefined && stats.calls >= ENOUGH;
}

/** Whether the new version does worse than the old one, as far as enough calls tell. */
export function judge(old: VersionStats | undefined, fresh: VersionStats | undefined): Judgement {
  if (!fresh || fresh.calls < A_FEW) {
    return "unknown";
  }
  const before = isComparable(old) ? old : undefined;
  if (fresh.errorRate > (before?.errorRate ?? 0) + 0.02) {
    return "worse";
  }
  if (!isComparable(fresh)) {
    return "unknown";
  }
  const slower = before !== undefined && fresh.p95 > before.p95 * 2 && fresh.p95 - before.p95 > 10;
  return slower ? "worse" : "well";
}

/**
 * The roll-out to follow instead: any where nothing can be followed, else one that began later than what has ended. What is listed
 * as under way may have ended meanwhile, so it never takes the place of what began after it.
 */
export function nextToFollow(underWay: Operation | undefined, followed: Operation | undefined, isLost: boolean) {
  if (!underWay || underWay.id === followed?.id) {
    return undefined;
  }
  const isNewer = followed ? hasEnded(followed) && underWay.startedAt > followed.startedAt : isLost;
  return isNewer ? underWay.id : undefined;
}
