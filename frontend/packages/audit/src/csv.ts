import type { AuditEntry } from "./entry";

const COLUMNS: [name: string, value: (entry: AuditEntry) => unknown][] = [
  ["at", ({ at }) => at],
  ["tenant", ({ tenant }) => tenant],
  ["actor", ({ actor }) => actor?.email],
  ["actorId", ({ actor }) => actor?.id],
  ["action", ({ action }) => action],
  ["resourceType", ({ resourceType }) => resourceType],
  ["resourceId", ({ resourceId }) => resourceId],
  ["outcome", ({ outcome }) => outcome],
  ["reason", ({ reason }) => reason],
  ["before", ({ before }) => before],
  ["after", ({ after }) => after],
  ["plugin", ({ plugin }) => plugin],
  ["ip", ({ ip }) => ip],
  ["traceId", ({ traceId }) => traceId],
];

/** Rows as a table for spreadsheets; names of columns are those of the REST interface. */
export function csvOf(entries: readonly AuditEntry[]): string {
  const lines = [COLUMNS.map(([name]) => name), ...entries.map((entry) => COLUMNS.map(([, value]) => value(entry)))];
  return lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** People fill what stands here: nothing of it may be taken for a formula. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
