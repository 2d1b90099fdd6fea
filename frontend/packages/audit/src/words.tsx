import type { ReactNode } from "react";
import { actorOf, isFailedSignIn, thingOf, type AuditEntry, type Known } from "./entry";

/** Looks up words of the namespace `deeds`, which lie in `locales/`; each application reads them in its own way. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** A row in words: who, what they did or could not do, to what. */
export interface Deed {
  who: string;
  done: string;
  what: string;
}

/** Stands for the name while a sentence is looked up, so that the name can be set off in it. */
const PLACE = "\u0000";

/** What failed is never told as if it had been done. */
export function deedOf(entry: AuditEntry, say: Say, known: Known = () => undefined): Deed {
  const address = actorOf(entry);
  const isOut = isFailedSignIn(entry);
  return {
    who: isOut ? say("nobody") : address ? (known("user", address) ?? address) : say("system"),
    done: isOut ? say("signInFailed") : doneOf(entry, say),
    what: thingOf(entry, known),
  };
}

function doneOf({ action, outcome }: AuditEntry, say: Say): string {
  if (outcome === "FAILURE") return say(`could.${action}`, { defaultValue: say("couldOther", { action }) });
  const verb = say(`verb.${action.split(".").at(-1)}`, { defaultValue: say("other", { action }) });
  return say(`done.${action}`, { defaultValue: verb });
}

/** The row as a sentence. */
export function sentenceOf(entry: AuditEntry, say: Say, known?: Known): ReactNode {
  const { who, done, what } = deedOf(entry, say, known);
  if (isFailedSignIn(entry)) {
    const [before, after] = say("signInAsFailed", { name: PLACE }).split(PLACE);
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
export function plainSentence(entry: AuditEntry, say: Say, known?: Known): string {
  const { who, done, what } = deedOf(entry, say, known);
  return isFailedSignIn(entry) ? say("signInAsFailed", { name: what }) : `${who} ${done} ${what}`;
}
