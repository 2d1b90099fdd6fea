import { Icon } from "@plexica/ui";
import { House, Plus, Search, UserRound } from "lucide-react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { PluginIcon } from "../frame/PluginIcon";
import { useQuickActions } from "../frame/useQuickActions";
import { useLabel } from "../host/label";
import { useT } from "../i18n/useT";
import { AREAS } from "../pages/areas";
import { pathOf, placed, prefixOf, usePlugins } from "../state/console";
import { useMe } from "../state/me";
import { useProviders } from "./useProviders";

export interface Entry {
  id: string;
  label: string;
  detail?: string | undefined;
  icon?: ReactNode;
  to?: string | undefined;
  run?: (() => void) | undefined;
}

export interface Group {
  id: string;
  label: string;
  entries: Entry[];
}

/** Whether all words of what was typed begin a word of the label. */
export function matches(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/[\s·/-]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Where one can go and what one can do, and what plugins find for what was typed. */
export function useEntries(text: string): { groups: Group[]; searching: boolean; missing: string[] } {
  const t = useT();
  const pages = usePages();
  const actions = useQuickActions();
  const found = useProviders(text);
  const groups: Group[] = [
    { id: "pages", label: t("search.pages"), entries: pages.filter((page) => matches(page.label, text)).slice(0, 8) },
    ...found.groups,
    {
      id: "actions",
      label: t("new.button"),
      entries: actions
        .filter((action) => matches(action.label, text))
        .map(({ id, label, plugin, run }) => ({ id, label, detail: plugin, icon: <Icon of={Plus} size={18} />, run })),
    },
  ];
  if (text.trim()) {
    const to = `/search?q=${encodeURIComponent(text.trim())}`;
    const all = { id: "all", label: t("search.all", { text: text.trim() }), icon: <Icon of={Search} size={18} />, to };
    groups.push({ id: "all", label: t("search.more"), entries: [all] });
  }
  const { searching, missing } = found;
  return { groups: groups.filter((group) => group.entries.length > 0), searching, missing };
}

function usePages(): Entry[] {
  const t = useT();
  const label = useLabel();
  const { plugins } = usePlugins();
  const { canAny } = useMe();
  return useMemo(
    () => [
      { id: "home", label: t("nav.home"), to: "/", icon: <Icon of={House} size={18} /> },
      ...plugins.flatMap((plugin) =>
        placed([plugin], "sidebar.menu").map((one) => ({
          id: one.id,
          label: label(one),
          detail: plugin.name,
          to: prefixOf(plugin) + pathOf(one.contribution.module),
          icon: <PluginIcon plugin={plugin} />,
        })),
      ),
      ...AREAS.filter((area) => canAny(...area.nav.permissions)).map((area) => ({
        id: area.id,
        label: t(`nav.${area.id}`),
        detail: t("nav.manage"),
        to: `/manage/${area.id}`,
        icon: <Icon of={area.nav.icon} size={18} />,
      })),
      { id: "me", label: t("person.profile"), to: "/me", icon: <Icon of={UserRound} size={18} /> },
    ],
    [t, label, plugins, canAny],
  );
}
