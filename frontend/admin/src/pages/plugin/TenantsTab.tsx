import { useApi, type PluginView } from "@plexica/api-client";
import { Button, DataTable, EmptyState, NameCell, SearchField, Select, Toolbar, type Column } from "@plexica/ui";
import { Building2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TenantInstallation } from "../../api/plugins.types";
import type { Page } from "../../api/types";
import { InstallationBadge } from "../../common/badges";
import { Tile } from "../../common/tiles";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useList, type List } from "../../state/useList";

const SIZE = 25;
const FILTERS = ["version", "status"] as const;
const STATUSES = ["INSTALLED", "DISABLED", "IN_PROGRESS", "FAILED", "UNINSTALLED"];

/** Which tenants have the plugin, on which version, and how it is there. */
export function TenantsTab({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation("registry");
  const list = useList(FILTERS, "tenant");
  const query = { page: list.page, size: SIZE, sort: list.sort, q: list.q, ...list.filters };
  const asked = useApi<Page<TenantInstallation>>(`/plugins/${plugin.id}/installations`, { query, keepPrevious: true });
  const columns = useColumns();
  return (
    <div className="ad-stack">
      {(list.isFiltered || (asked.data?.total ?? 0) > 0) && <Filters list={list} versions={plugin.versions} />}
      <DataTable<TenantInstallation>
        label={t("tab.tenants")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={(row) => row.tenant}
        rowHref={(row) => `/tenants/${row.tenant}/plugins`}
        sort={list.order}
        onSort={list.onSort}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        empty={
          list.isFiltered ? (
            <EmptyState
              title={list.q ? t("common:list.nothingFor", { q: list.q }) : t("common:list.nothing")}
              action={<Button onClick={list.clear}>{t("common:action.clear")}</Button>}
            />
          ) : (
            <EmptyState icon={Building2} title={t("nobody")} text={t("holders.emptyText")} />
          )
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
    </div>
  );
}

function Filters({ list, versions }: { list: List; versions: string[] }) {
  const { t } = useTranslation("registry");
  const version = list.filters.version ?? "";
  const shown = version === "" || versions.includes(version) ? versions : [...versions, version];
  return (
    <Toolbar>
      <SearchField label={t("holders.filter")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />
      <Select
        label={t("version.version")}
        hideLabel
        value={version}
        placeholder={t("holders.anyVersion")}
        options={shown.map((value) => ({ value, label: value }))}
        onChange={(value) => list.change({ version: value })}
      />
      <Select
        label={t("column.state")}
        hideLabel
        value={list.filters.status ?? ""}
        placeholder={t("holders.anyState")}
        options={STATUSES.map((value) => ({ value, label: t(`tenants:installation.${value}`) }))}
        onChange={(status) => list.change({ status })}
      />
    </Toolbar>
  );
}

function useColumns(): Column<TenantInstallation>[] {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "tenant",
        header: t("rollout.tenant"),
        sortable: true,
        cell: (row) => <NameCell name={row.tenant} icon={<Tile name={row.tenant} id={row.tenant} />} />,
      },
      { id: "version", header: t("version.version"), sortable: true, cell: (row) => row.version },
      {
        id: "status",
        header: t("column.state"),
        sortable: true,
        cell: (row) => <InstallationBadge installation={row} />,
      },
      {
        id: "installedAt",
        header: t("tenants:installed.since"),
        sortable: true,
        hideOnPhone: true,
        cell: (row) => (row.installedAt ? format.date(row.installedAt) : "–"),
      },
      {
        id: "by",
        header: t("tenants:installed.by"),
        hideOnPhone: true,
        from: 700,
        cell: (row) => row.installedBy?.email ?? "–",
      },
    ],
    [t, format],
  );
}
