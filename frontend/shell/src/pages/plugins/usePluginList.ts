import { useApi } from "@plexica/api-client";
import type { Asked, Page, PluginView } from "@plexica/api-client";

export const PLUGINS = "/plugins";

/** All plugins that the tenant may see: there are tens of them, not thousands. What operators publish is seen within `staleTime`. */
export function usePluginList(enabled = true, staleTime = 60_000): Asked<Page<PluginView>> {
  return useApi<Page<PluginView>>(PLUGINS, { query: { size: 200 }, staleTime, enabled });
}
