import { DeedIcon, deedOf, sentenceOf, type AuditEntry, type Known, type Say } from "@plexica/audit";
import type { Item } from "@plexica/ui";
import type { Format } from "../../logic/format";

/** A change as a line of a list: who did what, to what, when; or what could not be done, and why. */
export function auditItem(entry: AuditEntry, say: Say, format: Format, known?: Known): Item {
  return {
    id: entry.id,
    icon: <DeedIcon entry={entry} who={deedOf(entry, say).who} />,
    title: sentenceOf(entry, say, known),
    detail: [format.ago(entry.at), entry.outcome === "FAILURE" && entry.reason].filter(Boolean).join(" · "),
  };
}
