import { NameCell, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCountInTenant } from "../../api/inTenant";
import { TenantBadge } from "../../common/badges";
import { Tile } from "../../common/tiles";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";
import { CreationStatus } from "./CreationStatus";
import type { Row } from "./rows";

/** The columns of the list, in words of the user's language. */
export function useColumns(onWhy: (operation: string) => void): Column<Row>[] {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  const planName = usePlanName();
  return useMemo<Column<Row>[]>(
    () => [
      { id: "name", header: t("column.tenant"), sortable: true, cell: (row) => <Name row={row} /> },
      {
        id: "status",
        header: t("column.status"),
        width: "220px",
        sortable: true,
        cell: (row) =>
          row.kind === "tenant" ? (
            <TenantBadge tenant={row.tenant} />
          ) : (
            <CreationStatus creation={row.creation} onWhy={() => onWhy(row.id)} />
          ),
      },
      {
        id: "plan",
        header: t("column.plan"),
        sortable: true,
        cell: (row) => planName(row.kind === "tenant" ? row.tenant.plan : (row.creation.draft?.plan ?? "–")),
      },
      {
        id: "plugins",
        header: t("column.plugins"),
        numeric: true,
        from: 780,
        cell: (row) => {
          const count = row.kind === "tenant" ? row.tenant.plugins : undefined;
          return typeof count === "number" ? format.number(count) : "–";
        },
      },
      {
        id: "people",
        header: t("column.people"),
        numeric: true,
        cell: (row) => (row.kind === "tenant" ? <People slug={row.tenant.slug} /> : "–"),
      },
      {
        id: "createdAt",
        header: t("column.created"),
        sortable: true,
        from: 700,
        hideOnPhone: true,
        cell: (row) => (
          <span className="ad-quiet ad-nowrap">
            {format.ago(row.kind === "tenant" ? row.tenant.createdAt : row.creation.startedAt)}
          </span>
        ),
      },
    ],
    [t, format, planName, onWhy],
  );
}

function Name({ row }: { row: Row }) {
  const { t } = useTranslation();
  const name = row.kind === "tenant" ? row.tenant.name : (row.creation.draft?.name ?? t("tenantStatus.PROVISIONING"));
  const slug = row.kind === "tenant" ? row.tenant.slug : row.creation.draft?.slug;
  return <NameCell name={name} below={slug} mono icon={<Tile name={name} id={slug ?? row.id} />} />;
}

function People({ slug }: { slug: string }) {
  const count = useCountInTenant(slug, "/users");
  const format = useFormat();
  return count === undefined ? "–" : format.number(count);
}
