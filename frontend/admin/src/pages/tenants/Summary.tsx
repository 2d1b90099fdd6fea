import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/metrics";
import { useFormat } from "../../common/useFormat";

const ORDER = ["ACTIVE", "SUSPENDED", "PENDING_DELETION", "PROVISIONING"];

/** How many tenants there are, and in what state. */
export function Summary() {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  const { latest } = useMetrics();
  if (!latest) {
    return <>&nbsp;</>;
  }
  const counts = ORDER.map((status) => [status, latest.tenants[status] ?? 0] as const);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const parts = counts.filter(([, count]) => count > 0).map(([status, count]) => t(`part.${status}`, { count }));
  return <>{t("summary", { tenants: t("common:count.tenants", { count: all }), parts: format.list(parts) })}</>;
}
