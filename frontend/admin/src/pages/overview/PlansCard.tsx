import { Card } from "@plexica/ui";
import { BarList } from "@plexica/ui/charts";
import { useTranslation } from "react-i18next";
import { usePlanCounts } from "../../api/tenants";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";

/** How many tenants are on each plan. */
export function PlansCard() {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const planName = usePlanName();
  const counts = usePlanCounts();
  return (
    <Card title={t("plans.title")}>
      <BarList
        label={t("plans.title")}
        items={counts.map(({ plan, count }) => ({ label: planName(plan), value: count, text: format.number(count) }))}
      />
    </Card>
  );
}
