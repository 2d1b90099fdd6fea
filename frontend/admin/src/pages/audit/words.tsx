import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { AuditEntry } from "../../api/types";
import { actorOf, isFailedSignIn, resourceOf, type Known } from "../../logic/actor";

/** A row in words: who, what they did or could not do, to what. */
export interface Words {
  who: string;
  done: string;
  what: string;
}

/** Stands for the name while a sentence is looked up, so that the name can be set off in it. */
const PLACE = "\u0000";

export function wordsOf(entry: AuditEntry, t: TFunction, known?: Known): Words {
  const { action, outcome } = entry;
  const fallback = t("audit:other", { action });
  const done = t(`audit:done.${action}`, { defaultValue: fallback });
  const could = t(`audit:could.${action}`, { defaultValue: t("audit:couldOther", { action }) });
  const isOut = isFailedSignIn(entry);
  return {
    who: isOut ? t("audit:nobody") : (actorOf(entry) ?? t("audit:system")),
    done: isOut ? t("audit:signInFailed") : outcome === "FAILURE" ? could : done,
    what: resourceOf(entry, known),
  };
}

/** The row as a sentence. What failed is never told as if it had been done. */
export function sentenceOf(entry: AuditEntry, t: TFunction, known?: Known): ReactNode {
  const { who, done, what } = wordsOf(entry, t, known);
  if (isFailedSignIn(entry)) {
    const [before, after] = t("audit:signInAsFailed", { name: PLACE }).split(PLACE);
    return (
      <>
        {before}
        <b>{what}</b>
        {after}
      </>
    );
  }
  return (
    <>
      <b>{who}</b> {done} <b>{what}</b>
    </>
  );
}

/** The same without marks, for titles. */
export function plainSentence(entry: AuditEntry, t: TFunction, known?: Known): string {
  const { who, done, what } = wordsOf(entry, t, known);
  return isFailedSignIn(entry) ? t("audit:signInAsFailed", { name: what }) : `${who} ${done} ${what}`;
}
