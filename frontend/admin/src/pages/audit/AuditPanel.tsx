import { deedOf, isChange, plainSentence, type AuditEntry, type Known } from "@plexica/audit";
import { Banner, DiffView, Key, KeyValueList, SidePanel } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../common/useFormat";
import { useDeeds } from "./useDeeds";

interface AuditPanelProps {
  entry: AuditEntry;
  known: Known;
  onClose: () => void;
}

/** One change: before and after, by whom, from where. */
export function AuditPanel({ entry, known, onClose }: AuditPanelProps) {
  const { t } = useTranslation("audit");
  const say = useDeeds();
  const format = useFormat();
  const sentence = plainSentence(entry, say, known);
  return (
    <SidePanel title={sentence} description={format.dateTime(entry.at)} onClose={onClose}>
      <div className="ad-stack">
        {entry.outcome === "FAILURE" && (
          <Banner tone="bad" title={say("failed")}>
            {entry.reason}
          </Banner>
        )}
        {isChange(entry) ? (
          <DiffView label={sentence} before={entry.before} after={entry.after} />
        ) : (
          <p className="ad-quiet">{say("noChange")}</p>
        )}
        <KeyValueList
          items={[
            { label: t("column.who"), value: deedOf(entry, say).who },
            { label: t("action"), value: <Key>{entry.action}</Key> },
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
