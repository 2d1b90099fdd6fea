import { DataTable, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlanCounts } from "../../api/tenants";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";

interface Row {
  plan: string;
  count: number;
}

/** The plans that there are, and who is on them. They are set where the platform is deployed. */
export function PlansTab() {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const planName = usePlanName();
  const rows = usePlanCounts();
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: "plan", header: t("plans.column.plan"), cell: ({ plan }) => planName(plan) },
      { id: "tenants", header: t("plans.column.tenants"), numeric: true, cell: ({ count }) => format.number(count) },
    ],
    [t, format, planName],
  );
  return (
    <div className="ad-stack ad-upload">
      <p className="ad-quiet">{t("plans.intro")}</p>
      <DataTable<Row>
        label={t("tab.plans")}
        columns={columns}
        rows={rows}
        rowKey={({ plan }) => plan}
        rowHref={({ plan }) => `/tenants?plan=${plan}`}
        density="medium"
      />
    </div>
  );
}
