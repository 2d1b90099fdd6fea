import { Avatar, type Item } from "@plexica/ui";
import type { TFunction } from "i18next";
import type { AuditEntry } from "../../api/types";
import { actorOf, resourceOf } from "../../logic/actor";
import type { Format } from "../../logic/format";

/** A change as a line of a list: who did what, to what, when. */
export function auditItem(entry: AuditEntry, t: TFunction, format: Format): Item {
  const who = actorOf(entry) ?? t("audit:system");
  const failed = entry.outcome === "FAILURE" ? ` · ${t("audit:failed")}` : "";
  return {
    id: entry.id,
    icon: <Avatar name={who} size={30} />,
    title: (
      <>
        <b>{who}</b> {t(`audit:done.${entry.action}`, { defaultValue: entry.action })} <b>{resourceOf(entry)}</b>
      </>
    ),
    detail: format.ago(entry.at) + failed,
  };
}
