/** A row of the audit log. */
export interface AuditEntry {
  id: string;
  at: string;
  /** Only where several are read at once. */
  tenant?: string;
  actor?: { id?: string; email?: string; superAdmin: boolean };
  action: string;
  resourceType: string;
  resourceId: string;
  /** Left out, or null, of what was made, deleted or only done. */
  before?: unknown;
  after?: unknown;
  outcome: "SUCCESS" | "FAILURE";
  reason?: string;
  plugin?: string;
  ip?: string;
  traceId?: string;
}

/** What something is called, where that is known by its kind and id. */
export type Known = (type: string, id: string) => string | undefined;

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const NAMES = ["name", "title", "label"];

/** The address of whoever did it; undefined for the platform itself. */
export function actorOf({ actor }: AuditEntry): string | undefined {
  return actor?.email && actor.email !== "system" ? actor.email : undefined;
}

/** Whether a row tells of a sign-in that did not work; whom it names was not signed in. */
export function isFailedSignIn({ action, outcome }: AuditEntry): boolean {
  return action === "core.auth.login" && outcome === "FAILURE";
}

/** Whether a row tells what something was before or is after. */
export function isChange({ before, after }: AuditEntry): boolean {
  return (before ?? after ?? undefined) !== undefined;
}

/** What something is called: by what is known of it, by what the row holds of it, or by its id where that says something. */
export function thingOf(entry: AuditEntry, known: Known = () => undefined): string {
  const { resourceType, resourceId, before, after } = entry;
  const name = known(resourceType, resourceId) ?? nameIn(after) ?? nameIn(before);
  return name ?? (ID.test(resourceId) ? `${resourceType} ${resourceId.slice(0, 8)}` : resourceId);
}

/** Whether only an id is known of what a row is about, so that it is worth asking what it is called. */
export function isNameless({ resourceId, before, after }: AuditEntry): boolean {
  return ID.test(resourceId) && !nameIn(after) && !nameIn(before);
}

function nameIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const all = state as Record<string, unknown>;
  const person = [all.firstName, all.lastName].filter((one) => typeof one === "string" && one !== "").join(" ");
  const found = [...NAMES.map((name) => all[name]), person, all.email];
  return found.find((one): one is string => typeof one === "string" && one !== "");
}

/** The first moment of a day where the browser is, or of the day after; undefined for what is no day. */
export function momentOf(day: string | undefined, later = 0): string | undefined {
  if (!day) return undefined;
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
