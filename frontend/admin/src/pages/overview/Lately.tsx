import { useApi } from "@plexica/api-client";
import type { AuditEntry } from "@plexica/audit";
import { Card, EmptyState, ItemList, Link } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { Page } from "../../api/types";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { auditItem } from "../audit/auditItem";
import { useDeeds } from "../audit/useDeeds";
import { useNames } from "../audit/useNames";

/** What was lately done on the platform. */
export function Lately() {
  const { t } = useTranslation("overview");
  const say = useDeeds();
  const format = useFormat();
  const asked = useApi<Page<AuditEntry>>("/audit-log", { query: { size: 6 }, every: 30_000 });
  const known = useNames(asked.data?.items ?? [], "");
  return (
    <Card title={t("lately.title")} actions={<Link to="/audit">{t("lately.all")}</Link>}>
      <Shown asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("lately.empty")} />
          ) : (
            <ItemList label={t("lately.title")} items={items.map((entry) => auditItem(entry, say, format, known))} />
          )
        }
      </Shown>
    </Card>
  );
}
