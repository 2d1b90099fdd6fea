import { useApi } from "@plexica/api-client";
import type { ConsolePlugin, ConsoleView, Contribution, Problem } from "@plexica/api-client";
import { useMemo } from "react";

export const CONSOLE = "/console";

/** One thing that one plugin adds. */
export interface Placed {
  /** `<plugin>/<module>`: the same from version to version. */
  id: string;
  plugin: ConsolePlugin;
  contribution: Contribution;
}

const NONE: ConsolePlugin[] = [];

interface Plugins {
  plugins: ConsolePlugin[];
  loaded: boolean;
  /** Why it is not known which there are. */
  problem: Problem | null;
  again(): void;
}

/** The plugins that are here for whoever is signed in. */
export function usePlugins(): Plugins {
  const { data, problem, again } = useApi<ConsoleView>(CONSOLE, { staleTime: 60_000, keepPrevious: true });
  const loaded = data !== undefined || problem !== null;
  return { plugins: data?.plugins ?? NONE, loaded, problem: data ? null : problem, again };
}

/** What plugins add to one point: by the order that they ask for, and no more of each than it allows. */
export function placed(plugins: readonly ConsolePlugin[], point: string, most = Infinity): Placed[] {
  return plugins.flatMap((plugin) =>
    plugin.contributions
      .filter((contribution) => contribution.point === point)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .slice(0, most)
      .map((contribution) => ({ id: `${plugin.id}/${contribution.module}`, plugin, contribution })),
  );
}

export function usePlaced(point: string, most?: number): Placed[] {
  const { plugins } = usePlugins();
  return useMemo(() => placed(plugins, point, most), [plugins, point, most]);
}

/** The path below the plugin's prefix that a module stands for: `./contacts` is `/contacts`. */
export function pathOf(module: string): string {
  return "/" + module.replace(/^\.?\//, "").replace(/\.m?js$/, "");
}

/** Where a plugin's pages begin, without a slash at the end. */
export function prefixOf(plugin: ConsolePlugin): string {
  return "/" + (plugin.routePrefix || plugin.id).replace(/^\/+|\/+$/g, "");
}

/** What tells one version of a plugin from all others. */
export function versionOf({ id, version }: Pick<ConsolePlugin, "id" | "version">): string {
  return `${id}@${version}`;
}
