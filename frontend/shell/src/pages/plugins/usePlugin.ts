import { useApi } from "@plexica/api-client";
import type { Asked, Page, PluginConfiguration, PluginVersion, PluginView } from "@plexica/api-client";

export function usePlugin(id: string): Asked<PluginView> {
  return useApi<PluginView>(`/plugins/${id}`);
}

export function useVersions(id: string): Asked<Page<PluginVersion>> {
  return useApi<Page<PluginVersion>>(`/plugins/${id}/versions?size=200`, { staleTime: 60_000 });
}

export function useConfiguration(id: string, workspace?: string): Asked<PluginConfiguration> {
  return useApi<PluginConfiguration>(`/tenants/current/plugins/${id}/configuration`, {
    query: { workspace },
    staleTime: 0,
  });
}

/** What everything that concerns plugins is read from. */
export const TOUCHED = [
  "/plugins",
  "/tenants",
  "/console",
  "/auth/me",
  "/workspaces",
  "/roles",
  "/permissions",
] as const;
