import { useApi } from "@plexica/api-client";
import type { Asked, Page } from "@plexica/api-client";
import type { Workspace } from "../model/views";

/** The workspaces that the user may see: for choices, and names. */
export function useWorkspaces(): Asked<Page<Workspace>> {
  return useApi<Page<Workspace>>("/workspaces", { query: { size: 200 }, keepPrevious: true });
}
