import { DataTable, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlans, type Plan } from "../../api/plans";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { usePlanBounds } from "../../common/usePlanBounds";
import { usePlanName } from "../../common/usePlanName";

/** The plans that there are, what they bound, and who is on them. They are set where the platform is deployed. */
export function PlansTab() {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const planName = usePlanName();
  const bounds = usePlanBounds();
  const asked = usePlans();
  const columns = useMemo<Column<Plan>[]>(
    () => [
      {
        id: "plan",
        header: t("plans.column.plan"),
        cell: ({ name, offered = true }) => (
          <span className="ad-cell">
            {planName(name)}
            {!offered && <small>{t("common:planField.notOffered")}</small>}
          </span>
        ),
      },
      { id: "bounds", header: t("plans.column.bounds"), cell: (plan) => bounds(plan) || "–" },
      {
        id: "tenants",
        header: t("plans.column.tenants"),
        numeric: true,
        cell: ({ tenants = 0 }) => format.number(tenants),
      },
    ],
    [t, format, planName, bounds],
  );
  return (
    <div className="ad-stack ad-upload">
      <p className="ad-quiet">{t("plans.intro")}</p>
      <DataTable<Plan>
        label={t("tab.plans")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={({ name }) => name}
        rowHref={({ name }) => `/tenants?plan=${name}`}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        density="medium"
      />
    </div>
  );
}
