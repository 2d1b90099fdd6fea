import type { PluginApi } from "@plexica/plugin-api";

/** Something, and the version that a change of it must name, so that nobody's change is lost. */
export interface Versioned<T> {
  value: T;
  ifMatch: string | undefined;
}

export async function readVersioned<T>(
  api: PluginApi,
  path: string,
): Promise<Versioned<T>> {
  const answer = await api.fetch(path);
  return {
    value: (await answer.json()) as T,
    ifMatch: answer.headers.get("ETag") ?? undefined,
  };
}
