import { Card, DataTable, NameCell, StateBadge, useLocalTable, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TenantChange } from "../../api/plugins.types";
import { Tile } from "../../common/tiles";

/** What it would mean for each tenant that has the plugin. */
export function PreviewTenants({ tenants }: { tenants: TenantChange[] }) {
  const { t } = useTranslation("registry");
  const columns = useMemo<Column<TenantChange>[]>(
    () => [
      {
        id: "tenant",
        header: t("rollout.tenant"),
        cell: (row) => (
          <NameCell
            name={row.tenant}
            below={t("preview.from", { version: row.from })}
            icon={<Tile name={row.tenant} id={row.tenant} />}
          />
        ),
      },
      {
        id: "moves",
        header: t("column.state"),
        cell: (row) => (row.moves ? t("preview.moves") : t("preview.stays")),
      },
      {
        id: "migrations",
        header: t("preview.migrations"),
        numeric: true,
        cell: (row) => (row.migrations.length === 0 ? "–" : row.migrations.length),
      },
      {
        id: "problems",
        header: t("rollout.ended.failed"),
        hideHeader: true,
        cell: (row) =>
          row.problems.length > 0 && (
            <span className="ad-cell">
              <StateBadge tone="bad">{t("preview.blocked", { count: row.problems.length })}</StateBadge>
              <small>{row.problems[0]?.message}</small>
            </span>
          ),
      },
    ],
    [t],
  );
  const table = useLocalTable(tenants, columns, { pageSize: 10 });
  return tenants.length === 0 ? (
    <Card title={t("preview.tenants")}>
      <p className="ad-quiet">{t("preview.noTenants")}</p>
    </Card>
  ) : (
    <Card title={t("preview.tenants")} note={tenants.length} flush>
      <DataTable<TenantChange>
        {...table}
        bare
        label={t("preview.tenants")}
        columns={columns}
        rowKey={(row) => row.tenant}
      />
    </Card>
  );
}
