import type { PluginView } from "@plexica/api-client";
import { ButtonLink, DataTable, EmptyState, NameCell, StateBadge } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Blocks, CircleCheck } from "lucide-react";
import { CatalogueIcon } from "../../frame/PluginIcon";
import { useFormat } from "../../i18n/format";
import { useT } from "../../i18n/useT";
import { hasUpgrade } from "./catalogue";

const TONES = {
  INSTALLED: "good",
  DISABLED: "neutral",
  IN_PROGRESS: "accent",
  FAILED: "bad",
  UNINSTALLED: "neutral",
} as const;

/** The plugins that the tenant has, or those of them that could be newer. */
export function Installed({
  plugins,
  empty,
  onRetry,
}: {
  plugins: PluginView[] | undefined;
  empty: "installed" | "upgrades";
  onRetry(): void;
}) {
  const t = useT("plugins");
  const format = useFormat();
  const columns: Column<PluginView>[] = [
    {
      id: "name",
      header: t("columns.name"),
      cell: (plugin) => (
        <NameCell icon={<CatalogueIcon plugin={plugin} size={32} />} name={plugin.name} below={plugin.author?.name} />
      ),
    },
    { id: "version", header: t("columns.version"), cell: (plugin) => plugin.installation?.version },
    {
      id: "newer",
      header: t("columns.newer"),
      cell: (plugin) => (hasUpgrade(plugin) ? <StateBadge tone="accent">{plugin.version}</StateBadge> : null),
    },
    {
      id: "state",
      header: t("columns.state"),
      cell: ({ installation }) =>
        installation && <StateBadge tone={TONES[installation.status]}>{t(`status.${installation.status}`)}</StateBadge>,
    },
    {
      id: "since",
      header: t("columns.since"),
      cell: ({ installation }) => installation?.installedAt && format.date(installation.installedAt),
    },
  ];
  return (
    <DataTable
      label={t(`tabs.${empty}`)}
      columns={columns}
      rows={plugins}
      rowKey={(plugin) => plugin.id}
      rowHref={(plugin) => `/manage/plugins/${plugin.id}`}
      onRetry={onRetry}
      rowActions={(plugin) =>
        hasUpgrade(plugin) && (
          <ButtonLink size="small" to={`/manage/plugins/${plugin.id}/upgrade`}>
            {t("previewUpgrade", { version: plugin.version })}
          </ButtonLink>
        )
      }
      empty={
        <EmptyState
          icon={empty === "installed" ? Blocks : CircleCheck}
          title={t(`empty.${empty}`)}
          text={t(`empty.${empty}Text`)}
          action={
            empty === "installed" && (
              <ButtonLink variant="primary" to="/manage/plugins">
                {t("findPlugins")}
              </ButtonLink>
            )
          }
        />
      }
    />
  );
}
