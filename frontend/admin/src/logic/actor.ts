import type { AuditEntry } from "../api/types";

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const NAMES = ["name", "title", "label"];

/** The action of a row that tells of somebody who did not get in; whom it names was not signed in. */
export const SIGN_IN = "core.auth.login";

/** What something is called, where that is known by its kind and id. */
export type Known = (type: string, id: string) => string | undefined;

/** The address of whoever did it; null for the platform itself. */
export function actorOf({ actor }: AuditEntry): string | null {
  return actor?.email && actor.email !== "system" ? actor.email : null;
}

/** Whether a row tells of a sign-in that did not work. */
export function isFailedSignIn({ action, outcome }: AuditEntry): boolean {
  return action === SIGN_IN && outcome === "FAILURE";
}

/** What something is called: by what is known of it, by what the row holds of it, or by its id where that says something. */
export function resourceOf(entry: AuditEntry, known: Known = () => undefined): string {
  const { resourceType, resourceId, before, after } = entry;
  const name = known(resourceType, resourceId) ?? nameIn(after) ?? nameIn(before);
  return name ?? (ID.test(resourceId) ? `${resourceType} ${resourceId.slice(0, 8)}` : resourceId);
}

/** Whether only an id is known of what a row is about, so that it is worth asking what it is called. */
export function isNameless(entry: AuditEntry): boolean {
  return ID.test(entry.resourceId) && !nameIn(entry.after) && !nameIn(entry.before);
}

function nameIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null) {
    return undefined;
  }
  const all = state as Record<string, unknown>;
  const person = [all.firstName, all.lastName].filter((one) => typeof one === "string" && one !== "").join(" ");
  const found = [...NAMES.map((name) => all[name]), person, all.email];
  return found.find((one): one is string => typeof one === "string" && one !== "");
}
