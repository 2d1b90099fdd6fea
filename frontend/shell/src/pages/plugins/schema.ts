import type { JsonSchema } from "@plexica/api-client";

/** Whether a schema asks for anything. */
export function hasSettings(schema: JsonSchema | undefined): boolean {
  return countSettings(schema) > 0;
}

export function countSettings(schema: JsonSchema | undefined): number {
  const properties = schema?.["properties"];
  return typeof properties === "object" && properties !== null ? Object.keys(properties).length : 0;
}

/** What holds where nothing is set, for a form: all of it comes from the plugin. */
export function fromPlugin(defaults: Record<string, unknown> = {}) {
  return { values: defaults, origins: Object.fromEntries(Object.keys(defaults).map((name) => [name, "default"])) };
}
