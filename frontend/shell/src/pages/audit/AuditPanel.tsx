import { Banner, DiffView, Key, KeyValueList, Link, SidePanel } from "@plexica/ui";
import { isChange } from "@plexica/audit";
import type { AuditEntry } from "@plexica/audit";
import { useFormat } from "../../i18n/format";
import { useT } from "../../i18n/useT";
import type { AuditWords } from "./useWords";

interface AuditPanelProps {
  entry: AuditEntry;
  words: AuditWords;
  onClose(): void;
}

/** One change: what was there before and after, by whom, from where. */
export function AuditPanel({ entry, words, onClose }: AuditPanelProps) {
  const t = useT("audit");
  const format = useFormat();
  const resource = `${entry.resourceType}/${entry.resourceId}`;
  const fact = (name: string, value: string | undefined, key = false) =>
    value ? [{ label: t(`facts.${name}`), value: key ? <Key>{value}</Key> : value }] : [];
  return (
    <SidePanel title={words.title(entry)} description={format.dateTime(entry.at)} onClose={onClose}>
      <div className="sh-audit-panel">
        {entry.outcome === "FAILURE" && (
          <Banner tone="bad" title={words.say("failed")}>
            {entry.reason}
          </Banner>
        )}
        {isChange(entry) ? (
          <DiffView label={words.title(entry)} before={entry.before} after={entry.after} />
        ) : (
          <p>{words.say("noChange")}</p>
        )}
        <Link to={`/manage/audit?resource=${encodeURIComponent(resource)}`}>{t("onlyThese")}</Link>
        <KeyValueList
          items={[
            ...fact(
              "who",
              entry.actor?.superAdmin && entry.actor.email !== "system" ? t("operator") : words.who(entry),
            ),
            ...fact("what", resource, true),
            ...fact("action", entry.action, true),
            ...fact("plugin", entry.plugin && words.plugin(entry.plugin)),
            ...fact("ip", entry.ip),
            ...fact("trace", entry.traceId, true),
          ]}
        />
      </div>
    </SidePanel>
  );
}
