import type { PluginView } from "@plexica/api-client";
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  NameCell,
  PageHead,
  SearchField,
  Select,
  Toolbar,
  useHotkey,
  useLocalTable,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Package, Upload } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useManyStats, useManyVersions, usePlugins } from "../../api/plugins";
import type { PluginStats, Version } from "../../api/plugins.types";
import { VersionBadge } from "../../common/badges";
import { Tile } from "../../common/tiles";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useList } from "../../state/useList";
import { Spread } from "./Spread";

interface Row {
  plugin: PluginView;
  stats: PluginStats | undefined;
  versions: Version[];
}

const FILTERS = ["status"] as const;

/** What runs where? */
export function RegistryPage() {
  const { t } = useTranslation("registry");
  usePageTitle([t("title")]);
  const navigate = useNavigate();
  const list = useList(FILTERS);
  const asked = usePlugins();
  const ids = useMemo(() => asked.data?.items.map(({ id }) => id) ?? [], [asked.data]);
  const { items: stats } = useManyStats(ids);
  const { items: versions } = useManyVersions(ids);
  const rows = useMemo(
    () =>
      asked.data?.items
        .map((plugin) => ({
          plugin,
          stats: stats.find((one) => one.plugin === plugin.id),
          versions: versions.filter((one) => one.id === plugin.id),
        }))
        .filter((row) => matches(row, list.q, list.filters.status ?? "")),
    [asked.data, stats, versions, list.q, list.filters.status],
  );
  const columns = useColumns();
  const table = useLocalTable(rows, columns);
  useHotkey("n", () => void navigate("/registry/upload"));
  const upload = (
    <ButtonLink to="/registry/upload" variant="primary" icon={Upload}>
      {t("upload")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("title")}
        description={
          asked.data &&
          t("summary", {
            plugins: t("common:count.plugins", { count: asked.data.total }),
            versions: t("versions", { count: versions.length }),
          })
        }
        primary={upload}
      />
      <Toolbar>
        <SearchField label={t("filter")} value={list.q} delay={150} onChange={(q) => list.change({ q })} />
        <Select
          label={t("column.state")}
          hideLabel
          value={list.filters.status ?? ""}
          placeholder={t("common:list.anyStatus")}
          options={["AVAILABLE", "DEPRECATED", "RETIRED", "QUARANTINED"].map((value) => ({
            value,
            label: t(`common:versionStatus.${value}`),
          }))}
          onChange={(status) => list.change({ status })}
        />
      </Toolbar>
      <DataTable<Row>
        {...table}
        label={t("title")}
        columns={columns}
        rowKey={(row) => row.plugin.id}
        rowHref={(row) => `/registry/${row.plugin.id}`}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        empty={
          list.isFiltered ? (
            <EmptyState
              title={t("common:list.nothing")}
              action={<Button onClick={list.clear}>{t("common:action.clear")}</Button>}
            />
          ) : (
            <EmptyState icon={Package} title={t("empty")} text={t("emptyText")} action={upload} />
          )
        }
      />
    </>
  );
}

function matches({ plugin, versions }: Row, q: string, status: string): boolean {
  const hay = [plugin.id, plugin.name, ...plugin.tags].join(" ").toLowerCase();
  return hay.includes(q.toLowerCase()) && (status === "" || versions.some((version) => version.status === status));
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "plugin",
        header: t("column.plugin"),
        sortable: true,
        sortValue: ({ plugin }) => plugin.name,
        cell: ({ plugin }) => (
          <NameCell name={plugin.name} below={plugin.id} mono icon={<Tile name={plugin.name} id={plugin.id} />} />
        ),
      },
      {
        id: "versions",
        header: t("column.versions"),
        width: "38%",
        cell: ({ stats }) => <Spread stats={stats} />,
      },
      {
        id: "tenants",
        header: t("column.tenants"),
        numeric: true,
        sortable: true,
        sortValue: ({ stats }) => stats?.installations,
        cell: ({ stats }) => (stats ? format.number(stats.installations) : "–"),
      },
      {
        id: "errors",
        header: t("column.errors"),
        numeric: true,
        cell: ({ stats }) => {
          const calls = stats?.versions.reduce((sum, one) => sum + one.calls, 0) ?? 0;
          const errors = stats?.versions.reduce((sum, one) => sum + one.errors, 0) ?? 0;
          return calls === 0 ? "–" : format.percent(errors / calls);
        },
      },
      {
        id: "state",
        header: t("column.state"),
        cell: ({ plugin, versions }) => {
          const shown = versions.find((one) => one.problem) ?? versions.find((one) => one.version === plugin.version);
          return shown && <VersionBadge version={shown} />;
        },
      },
    ],
    [t, format],
  );
}
