import type { FieldError } from "@plexica/api-client";

/** What the platform says is wrong: by the first segment of the pointer, and what belongs to no field. */
export function fieldErrors(errors: readonly FieldError[], fields: readonly string[]) {
  const byField: Record<string, string> = {};
  const others: string[] = [];
  for (const { pointer, message } of errors) {
    const field = pointer.split("/")[1] ?? "";
    if (fields.includes(field)) byField[field] ??= sentence(message);
    else others.push(sentence(field ? `${field} ${message}` : message));
  }
  return { byField, others };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}
