import { Avatar, IconTile, type Item } from "@plexica/ui";
import type { TFunction } from "i18next";
import { LogIn } from "lucide-react";
import type { AuditEntry } from "../../api/types";
import { isFailedSignIn, type Known } from "../../logic/actor";
import type { Format } from "../../logic/format";
import { sentenceOf, wordsOf } from "./words";

/** A change as a line of a list: who did what, to what, when; or what could not be done, and why. */
export function auditItem(entry: AuditEntry, t: TFunction, format: Format, known?: Known): Item {
  return {
    id: entry.id,
    icon: isFailedSignIn(entry) ? (
      <IconTile icon={LogIn} size={32} />
    ) : (
      <Avatar name={wordsOf(entry, t).who} size={30} />
    ),
    title: sentenceOf(entry, t, known),
    detail: [format.ago(entry.at), entry.outcome === "FAILURE" && entry.reason].filter(Boolean).join(" · "),
  };
}
