import type { PluginVersion, PluginView } from "@plexica/api-client";

/** How a plugin stands in the tenant, as its card says it. */
export type CardState =
  "install" | "upgrade" | "installed" | "disabled" | "running" | "failed" | "plan" | "deprecated" | "closed";

/** Precedence of semantic versions, as far as releases go: numbers by size, pre-releases before what they lead to. */
export function compareVersions(a: string, b: string): number {
  const [coreA = "", preA] = a.split("+")[0]?.split(/-(.*)/s) ?? [];
  const [coreB = "", preB] = b.split("+")[0]?.split(/-(.*)/s) ?? [];
  const parts = [coreA.split("."), coreB.split(".")] as const;
  for (let at = 0; at < 3; at++) {
    const difference = Number(parts[0][at] ?? 0) - Number(parts[1][at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (!preA || !preB) return preA ? -1 : preB ? 1 : 0;
  return preA.localeCompare(preB, "en", { numeric: true });
}

export function isHere(plugin: PluginView): boolean {
  const status = plugin.installation?.status;
  return status === "INSTALLED" || status === "DISABLED";
}

/** Whether the tenant is on an older version than the one that it would get now. */
export function hasUpgrade(plugin: PluginView): boolean {
  return (
    isHere(plugin) &&
    plugin.status === "AVAILABLE" &&
    compareVersions(plugin.version, plugin.installation?.version ?? plugin.version) > 0
  );
}

export function inPlan(plugin: PluginView, plan: string): boolean {
  return plugin.plans.length === 0 || plugin.plans.includes(plan);
}

export function stateOf(plugin: PluginView, plan: string): CardState {
  switch (plugin.installation?.status) {
    case "IN_PROGRESS":
      return "running";
    case "DISABLED":
      return "disabled";
    case "INSTALLED":
      return hasUpgrade(plugin) ? "upgrade" : plugin.status === "DEPRECATED" ? "deprecated" : "installed";
    default:
  }
  if (plugin.status === "RETIRED" || plugin.status === "QUARANTINED") return "closed";
  if (!inPlan(plugin, plan)) return "plan";
  if (plugin.installation?.status === "FAILED") return "failed";
  return plugin.status === "DEPRECATED" ? "deprecated" : "install";
}

/** The plugins' categories, by how many there are of each. */
export function categoriesOf(plugins: readonly PluginView[]): string[] {
  const counts = new Map<string, number>();
  plugins.forEach(({ category }) => category && counts.set(category, (counts.get(category) ?? 0) + 1));
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b));
}

export interface Suggestion {
  plugin: PluginView;
  /** The plugin of the tenant that it goes with. */
  beside: PluginView;
}

/** One plugin that is worth a look, and why: it builds on one that the tenant has. */
export function suggestion(plugins: readonly PluginView[], plan: string): Suggestion | undefined {
  const here = plugins.filter((plugin) => plugin.installation?.status === "INSTALLED");
  for (const plugin of plugins) {
    if (stateOf(plugin, plan) !== "install") continue;
    const beside = here.find(
      (one) =>
        plugin.dependencies.some((dependency) => dependency.plugin === one.id) ||
        (plugin.description ?? "").toLowerCase().includes(one.name.toLowerCase()),
    );
    if (beside) return { plugin, beside };
  }
  return undefined;
}

export interface Filter {
  text: string;
  category: string;
  inPlan: boolean;
  sort: string;
}

export function filterPlugins(plugins: readonly PluginView[], filter: Filter, plan: string): PluginView[] {
  const text = filter.text.trim().toLowerCase();
  return plugins
    .filter((plugin) => !filter.category || plugin.category === filter.category)
    .filter((plugin) => !filter.inPlan || inPlan(plugin, plan))
    .filter((plugin) =>
      [plugin.name, plugin.description, plugin.author?.name, ...plugin.tags].some((one) =>
        one?.toLowerCase().includes(text),
      ),
    )
    .sort((a, b) =>
      filter.sort === "newest" ? b.publishedAt.localeCompare(a.publishedAt) : a.name.localeCompare(b.name),
    );
}

type Framed = Pick<PluginVersion, "version" | "sandboxed" | "manifest">;

/** Whether a version's pages run in frames of their own, where they can do less; a version without pages is not concerned. */
export function isFramed({ sandboxed, manifest }: Pick<Framed, "sandboxed" | "manifest">): boolean {
  return sandboxed === true && (manifest.web?.contributions ?? []).length > 0;
}

/** What of a plugin in a frame is shown: all that fills a place of its own. */
const FRAMED = ["page", "application", "sidebar.menu", "dashboard.widgets", "settings.tabs", "header.notifications"];

/** The points to which a plugin adds something that is left out of a frame. */
export function leftOut(manifest: PluginVersion["manifest"]): string[] {
  const points = (manifest.web?.contributions ?? []).map(({ point }) => point);
  return [...new Set(points)].filter((point) => !FRAMED.includes(point));
}

/** Whether a version's pages are put into frames, although those of the one before it are not. */
export function becomesFramed(all: readonly Framed[], from: string, to: string): boolean {
  const before = all.find((one) => one.version === from);
  const after = all.find((one) => one.version === to);
  return after !== undefined && isFramed(after) && !(before && isFramed(before));
}
