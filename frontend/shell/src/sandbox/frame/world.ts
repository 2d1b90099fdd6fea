import { may } from "@plexica/api-client/rights";
import type { CallOptions, Plexica, PluginApi } from "@plexica/plugin-api";
import { translate } from "../../i18n/translate";
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

export function createWorld(snapshot: Snapshot): Plexica {
  const { permissions, prefix, words: _words, accent: _accent, ...plain } = snapshot;
  return {
    ...plain,
    can: (permission) => may(permissions, permission),
    api,
    navigate: (path, options) => say({ kind: "navigate", path, replace: options?.replace ?? false }),
    href: (path) => prefix + path,
    t: (key, values) => translate([{ language: snapshot.locale, words: snapshot.words }], key, values),
    notify: ({ text, tone }) => say({ kind: "notify", text, ...(tone ? { tone } : {}) }),
    announce: (text) => say({ kind: "announce", text }),
  };
}
