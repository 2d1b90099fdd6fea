/** A row of the audit log. */
export interface AuditEntry {
  id: string;
  at: string;
  actor?: { id?: string; email?: string; superAdmin: boolean };
  action: string;
  resourceType: string;
  resourceId: string;
  before?: unknown;
  after?: unknown;
  outcome: "SUCCESS" | "FAILURE";
  reason?: string;
  plugin?: string;
  ip?: string;
  traceId?: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const NAMES = ["name", "title", "email", "label"];

/** The address of whoever did it; undefined for the platform itself. */
export function actorOf({ actor }: AuditEntry): string | undefined {
  return actor?.email && actor.email !== "system" ? actor.email : undefined;
}

/** What something is called: by what the row holds of it, by what is known of it, or by its id where that says something. */
export function thingOf(entry: AuditEntry, known: (type: string, id: string) => string | undefined): string {
  const { resourceType, resourceId, before, after } = entry;
  const own = known(resourceType, resourceId) ?? nameIn(after) ?? nameIn(before);
  if (own) return own;
  return ID.test(resourceId) ? `${resourceType} ${resourceId.slice(0, 8)}` : resourceId;
}

function nameIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const found = NAMES.map((name) => (state as Record<string, unknown>)[name]).find((one) => typeof one === "string");
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The first moment of a day where the browser is, or of the day after; undefined for what is no day. */
export function momentOf(day: string, later = 0): string | undefined {
  if (day === "") return undefined;
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
