import { useApi } from "@plexica/api-client";
import type { Asked, Page, PluginView } from "@plexica/api-client";

export const PLUGINS = "/plugins";

/** All plugins that the tenant may see: there are tens of them, not thousands. */
export function usePluginList(enabled = true): Asked<Page<PluginView>> {
  return useApi<Page<PluginView>>(PLUGINS, { query: { size: 200 }, staleTime: 60_000, enabled });
}
