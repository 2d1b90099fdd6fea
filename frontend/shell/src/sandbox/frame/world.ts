import { may } from "@plexica/api-client/rights";
import type { CallOptions, Plexica, PluginApi } from "@plexica/plugin-api";
import type { Snapshot } from "../protocol";
import { ask, say } from "./wire";

function sendable({ query = {}, ifMatch }: CallOptions = {}): { query: Record<string, string>; ifMatch?: string } {
  const words = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return {
    query: Object.fromEntries(words.map(([name, value]) => [name, String(value)])),
    ...(ifMatch ? { ifMatch } : {}),
  };
}

const api: PluginApi = {
  get: (path, options) => ask("get", path, sendable(options)),
  post: (path, body, options) => ask("post", path, { body, ...sendable(options) }),
  put: (path, body, options) => ask("put", path, { body, ...sendable(options) }),
  patch: (path, body, options) => ask("patch", path, { body, ...sendable(options) }),
  delete: (path, options) => ask("delete", path, sendable(options)),
  fetch: () => Promise.reject(new TypeError("A sandboxed plugin has no fetch: use get, post, put, patch or delete")),
  platform: { get: (path, options) => ask("platform", path, sendable(options)) },
};

function word(words: Record<string, unknown>, key: string): string | undefined {
  const found = key
    .split(".")
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  return typeof found === "string" ? found : undefined;
}

/** The same words as outside: `key_one` and `key_other` by `count`, `{{name}}` by value. */
export function translate(
  { words, locale }: Pick<Snapshot, "words" | "locale">,
  key: string,
  values: Record<string, string | number> = {},
): string {
  const { count } = values;
  const plural = typeof count === "number" ? new Intl.PluralRules(locale).select(count) : undefined;
  const found = (plural && word(words, `${key}_${plural}`)) ?? word(words, key) ?? key;
  return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function createWorld(snapshot: Snapshot): Plexica {
  const { permissions, prefix, words: _, accent: __, ...plain } = snapshot;
  return {
    ...plain,
    can: (permission) => may(permissions, permission),
    api,
    navigate: (path, options) => say({ kind: "navigate", path, replace: options?.replace ?? false }),
    href: (path) => prefix + path,
    t: (key, values) => translate(snapshot, key, values),
    notify: ({ text, tone }) => say({ kind: "notify", text, ...(tone ? { tone } : {}) }),
    announce: (text) => say({ kind: "announce", text }),
  };
}
