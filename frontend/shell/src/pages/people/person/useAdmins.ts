import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";

/** How many active admins there are; undefined while that is not known. */
export function useAdmins(): number | undefined {
  return useApi<Page<User>>("/users", { query: { role: "admin", status: "ACTIVE", size: 1 }, staleTime: 30_000 }).data
    ?.total;
}
