import { Card, DataTable, useLocalTable, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PluginStats, TenantStats } from "../../api/plugins.types";
import { useFormat } from "../../common/useFormat";

type Service = PluginStats["services"][number];

export function TenantsTable({ rows }: { rows: TenantStats[] }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const columns = useMemo<Column<TenantStats>[]>(
    () => [
      { id: "tenant", header: t("rollout.tenant"), cell: (row) => row.tenant || "–", sortable: true },
      { id: "version", header: t("version.version"), cell: (row) => row.version, sortable: true },
      {
        id: "calls",
        header: t("rollout.calls"),
        numeric: true,
        sortable: true,
        sortValue: (row) => row.calls,
        cell: (row) => format.number(row.calls),
      },
      {
        id: "errors",
        header: t("stats.errors"),
        numeric: true,
        sortable: true,
        sortValue: (row) => row.errorRate,
        cell: (row) => format.percent(row.errorRate),
      },
      {
        id: "p95",
        header: t("stats.p95"),
        numeric: true,
        sortable: true,
        sortValue: (row) => row.p95,
        cell: (row) => format.millis(row.p95),
      },
    ],
    [t, format],
  );
  const table = useLocalTable(rows, columns, { pageSize: 10, sort: { column: "calls", direction: "descending" } });
  return (
    <Card title={t("stats.byTenant")} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="ad-quiet">{t("stats.byTenantEmpty")}</p>
      ) : (
        <DataTable<TenantStats>
          {...table}
          bare
          density="medium"
          label={t("stats.byTenant")}
          columns={columns}
          rowKey={(row) => `${row.tenant} ${row.version}`}
        />
      )}
    </Card>
  );
}

export function ServicesTable({ rows }: { rows: Service[] }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const columns = useMemo<Column<Service>[]>(
    () => [
      { id: "provider", header: t("stats.provider"), cell: (row) => row.provider },
      { id: "caller", header: t("stats.caller"), cell: (row) => row.caller },
      { id: "tenant", header: t("rollout.tenant"), cell: (row) => row.tenant || "–" },
      { id: "calls", header: t("rollout.calls"), numeric: true, cell: (row) => format.number(row.calls) },
      { id: "errors", header: t("stats.errors"), numeric: true, cell: (row) => format.number(row.errors) },
      { id: "mean", header: t("stats.mean"), numeric: true, cell: (row) => format.millis(row.mean) },
    ],
    [t, format],
  );
  const table = useLocalTable(rows, columns, { pageSize: 10 });
  return (
    <Card title={t("stats.services")} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="ad-quiet">{t("stats.servicesEmpty")}</p>
      ) : (
        <DataTable<Service>
          {...table}
          bare
          density="medium"
          label={t("stats.services")}
          columns={columns}
          rowKey={(row) => `${row.provider} ${row.caller} ${row.tenant}`}
        />
      )}
    </Card>
  );
}
