import { Banner, DiffView, Key, KeyValueList, SidePanel } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../api/types";
import { actorOf } from "../../logic/actor";
import { useFormat } from "../../common/useFormat";

/** One change: before and after, by whom, from where. */
export function AuditPanel({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const hasChange = entry.before !== undefined || entry.after !== undefined;
  return (
    <SidePanel title={entry.action} description={format.dateTime(entry.at)} onClose={onClose}>
      <div className="ad-stack">
        {entry.outcome === "FAILURE" && (
          <Banner tone="bad" title={t("failed")}>
            {entry.reason}
          </Banner>
        )}
        {hasChange ? (
          <DiffView label={entry.action} before={entry.before} after={entry.after} />
        ) : (
          <p className="ad-quiet">{t("noChange")}</p>
        )}
        <KeyValueList
          items={[
            { label: t("column.who"), value: actorOf(entry) ?? t("system") },
            { label: t("column.resource"), value: `${entry.resourceType} ${entry.resourceId}` },
            ...(entry.tenant ? [{ label: t("where"), value: entry.tenant }] : []),
            { label: "Id", value: <Key>{entry.id}</Key> },
            ...(entry.traceId ? [{ label: t("trace", { id: "" }).trim(), value: <Key>{entry.traceId}</Key> }] : []),
            ...(entry.ip ? [{ label: "IP", value: entry.ip }] : []),
          ]}
        />
      </div>
    </SidePanel>
  );
}
