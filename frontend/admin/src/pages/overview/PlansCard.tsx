import { Card } from "@plexica/ui";
import { BarList } from "@plexica/ui/charts";
import { useTranslation } from "react-i18next";
import { usePlans } from "../../api/plans";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";

/** How many tenants are on each plan. */
export function PlansCard() {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const planName = usePlanName();
  const asked = usePlans();
  return (
    <Card title={t("plans.title")}>
      <Shown asked={asked}>
        {({ items }) => (
          <BarList
            label={t("plans.title")}
            items={items.map(({ name, tenants = 0 }) => ({
              label: planName(name),
              value: tenants,
              text: format.number(tenants),
            }))}
          />
        )}
      </Shown>
    </Card>
  );
}
