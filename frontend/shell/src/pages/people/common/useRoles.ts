import { useApi } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { useMe } from "../../../state/me";
import type { Role } from "../model/views";

/** The roles of the tenant, for whoever may see them. */
export function useRoles(): Role[] | undefined {
  const { can } = useMe();
  return useApi<Page<Role>>("/roles", { query: { size: 200 }, enabled: can("core:roles:read") }).data?.items;
}
