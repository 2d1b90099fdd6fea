import type { Manifest } from "@plexica/api-client";
import type { PermissionItem } from "@plexica/ui";
import { CalendarClock, Cog, Database, LayoutGrid, Radio, RadioTower, Share2 } from "lucide-react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { usePluginList } from "../usePluginList";

/** What a plugin does by itself, from its manifest, in people's words; `keys` has what those words stand for, too. */
export function useOwnDoings(manifest: Manifest, keys: boolean): PermissionItem[] {
  const t = useT("plugins");
  const format = useFormat();
  const { data } = usePluginList();
  const named = (names: readonly string[]): string => {
    const ids = [...new Set(names.map((name) => name.split(".")[0] ?? name))];
    return format.list(
      ids.map((id) => (id === "core" ? "Plexica" : (data?.items.find((one) => one.id === id)?.name ?? id))),
    );
  };
  const subscribes = manifest.events?.subscribes ?? [];
  const publishes = manifest.events?.publishes ?? [];
  const jobs = manifest.jobs ?? [];
  const screens = manifest.web?.contributions ?? [];
  const provides = manifest.services?.provides ?? [];
  const points = [...new Set(screens.map(({ point }) => point))];
  const doings: (PermissionItem | false)[] = [
    manifest.data?.migrations !== undefined && {
      id: "data",
      icon: Database,
      title: t("itself.data"),
      detail: t(manifest.data.workspaceAware ? "itself.dataWorkspaces" : "itself.dataText"),
    },
    subscribes.length > 0 && {
      id: "listens",
      icon: Radio,
      title: t("itself.listens", { plugins: named(subscribes) }),
      detail: keys ? format.list(subscribes) : t("itself.kinds", { count: subscribes.length }),
    },
    publishes.length > 0 && {
      id: "tells",
      icon: RadioTower,
      title: t("itself.tells"),
      detail: keys ? format.list(publishes) : t("itself.kinds", { count: publishes.length }),
    },
    jobs.length > 0 && {
      id: "jobs",
      icon: CalendarClock,
      title: t("itself.jobs"),
      detail: keys ? format.list(jobs.map((job) => job.name)) : t("itself.jobsText", { count: jobs.length }),
    },
    provides.length > 0 && {
      id: "services",
      icon: Share2,
      title: t("itself.services"),
      detail: t("itself.servicesText"),
    },
    screens.length > 0 && {
      id: "screens",
      icon: LayoutGrid,
      title: t("itself.screens"),
      detail: format.list(points.map((point) => t(`point.${point.replaceAll(".", "-")}`))),
    },
  ];
  const found = doings.filter((one) => one !== false);
  return found.length > 0 ? found : [{ id: "answers", icon: Cog, title: t("itself.answers") }];
}
