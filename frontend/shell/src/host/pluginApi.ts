import { createApi, withQuery } from "@plexica/api-client";
import type { Api, Platform } from "@plexica/api-client";
import type { CallOptions, PluginApi } from "@plexica/plugin-api";

function bound(api: Api): Omit<PluginApi, "fetch" | "platform"> {
  const options = ({ query, ifMatch, signal }: CallOptions = {}) => ({ query, ifMatch: ifMatch ?? null, signal });
  return {
    get: async <T>(path: string, o?: CallOptions) => (await api.call<T>("GET", path, options(o))).data,
    post: async <T>(path: string, body?: unknown, o?: CallOptions) =>
      (await api.call<T>("POST", path, { ...options(o), body })).data,
    put: async <T>(path: string, body?: unknown, o?: CallOptions) =>
      (await api.call<T>("PUT", path, { ...options(o), body })).data,
    patch: async <T>(path: string, body?: unknown, o?: CallOptions) =>
      (await api.call<T>("PATCH", path, { ...options(o), body })).data,
    delete: async <T = void>(path: string, o?: CallOptions) => (await api.call<T>("DELETE", path, options(o))).data,
  };
}

/** Whether a path stays below what it is put after. */
function within(path: string): string {
  const decoded = decodeURIComponent(path.split(/[?#]/)[0] ?? "");
  if (!path.startsWith("/") || /(^|[/\\])\.\.?([/\\]|$)/.test(decoded)) {
    throw new TypeError(`"${path}" is no path below the plugin's own: begin it with / and leave out dots`);
  }
  return path;
}

/** Calls of one plugin: to its own endpoints, and reads of the platform's. */
export function createPluginApi({ http }: Platform, plugin: string): PluginApi {
  const prefix = `/api/plugins/${plugin}`;
  const own = bound(createApi((path, call) => http(path, call), ""));
  const below = (path: string): string => prefix + within(path);
  const platform = createApi(http);
  return {
    get: (path, o) => own.get(below(path), o),
    post: (path, body, o) => own.post(below(path), body, o),
    put: (path, body, o) => own.put(below(path), body, o),
    patch: (path, body, o) => own.patch(below(path), body, o),
    delete: (path, o) => own.delete(below(path), o),
    fetch: (path, init) => http(below(path), init),
    platform: { get: (path, o) => platform.get(within(withQuery(path, o?.query)), undefined, o?.signal) },
  };
}
