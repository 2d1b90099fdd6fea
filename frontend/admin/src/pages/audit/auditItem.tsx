import { deedOf, isFailedSignIn, sentenceOf, type AuditEntry, type Known, type Say } from "@plexica/audit";
import { Avatar, IconTile, type Item } from "@plexica/ui";
import { LogIn } from "lucide-react";
import type { Format } from "../../logic/format";

/** A change as a line of a list: who did what, to what, when; or what could not be done, and why. */
export function auditItem(entry: AuditEntry, say: Say, format: Format, known?: Known): Item {
  return {
    id: entry.id,
    icon: isFailedSignIn(entry) ? (
      <IconTile icon={LogIn} size={32} />
    ) : (
      <Avatar name={deedOf(entry, say).who} size={30} />
    ),
    title: sentenceOf(entry, say, known),
    detail: [format.ago(entry.at), entry.outcome === "FAILURE" && entry.reason].filter(Boolean).join(" · "),
  };
}
