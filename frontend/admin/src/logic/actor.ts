import type { AuditEntry } from "../api/types";

/** The address of whoever did it; null for the platform itself. */
export function actorOf({ actor }: AuditEntry): string | null {
  return actor?.email && actor.email !== "system" ? actor.email : null;
}

/** What something is called where its id says nothing to people. */
export function resourceOf({ resourceType, resourceId }: AuditEntry): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(resourceId) ? `${resourceType} ${resourceId.slice(0, 8)}` : resourceId;
}
