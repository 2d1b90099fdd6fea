import { useApi } from "@plexica/api-client";
import type { Asked, PluginConfiguration } from "@plexica/api-client";

export type OwnConfiguration = PluginConfiguration & { defaults?: Record<string, unknown> };

/** What the tenant itself has set, and beside it what holds where it has set nothing. */
export function useOwnConfiguration(id: string): Asked<OwnConfiguration> {
  const path = `/tenants/current/plugins/${id}/configuration`;
  const own = useApi<PluginConfiguration>(path, { query: { effective: false }, staleTime: 0 });
  const holds = useApi<PluginConfiguration>(path, { staleTime: 0 });
  const defaults = holds.data && byDefault(holds.data);
  return {
    ...own,
    data: own.data && defaults && { ...own.data, defaults },
    problem: own.problem ?? holds.problem,
    again: () => (own.again(), holds.again()),
  };
}

function byDefault({ values, origins }: PluginConfiguration): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => origins[name] === "default"));
}
