import { usePlatform, type Api, type Page } from "@plexica/api-client";
import { isNameless, type AuditEntry, type Known } from "@plexica/audit";
import { useQueries } from "@tanstack/react-query";
import { useTenantApi } from "../../api/inTenant";
import { personName } from "../../logic/person";

interface Named {
  id: string;
  name?: string;
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
}

/** Where things of a kind are listed, in a tenant and on the platform. */
const IN_TENANT: Record<string, string> = {
  user: "/users",
  workspace: "/workspaces",
  team: "/teams",
  role: "/roles",
  policy: "/policies",
  "api-key": "/api-keys",
};
const ON_PLATFORM: Record<string, string> = { "super-admin": "/super-admins", tenant: "/tenants" };

const MOST = 200;

/** Names of what rows tell only the id of, each kind asked for once. What is gone has no name any more. */
export function useNames(entries: readonly AuditEntry[], tenant: string): Known {
  const { api } = usePlatform();
  const within = useTenantApi(tenant);
  const kinds = [...new Set(entries.filter(isNameless).map(({ resourceType }) => resourceType))].sort();
  return useQueries({
    queries: kinds.map((kind) => {
      const own = tenant === "" ? undefined : IN_TENANT[kind];
      const itself = tenant !== "" && kind === "tenant" ? `/tenants/${tenant}` : undefined;
      const path = own ?? itself ?? ON_PLATFORM[kind];
      return {
        queryKey: [own ? `/in/${tenant}${own}` : (path ?? kind), { size: MOST }, "names"],
        queryFn: ({ signal }: { signal: AbortSignal }) => names(own ? within : api, path!, signal),
        enabled: path !== undefined,
        staleTime: 60_000,
      };
    }),
    combine: (results): Known => {
      const byKind = new Map(kinds.map((kind, at) => [kind, results[at]?.data]));
      return (type, id) => byKind.get(type)?.[id];
    },
  });
}

async function names(api: Api, path: string, signal: AbortSignal): Promise<Record<string, string>> {
  const found = await api.get<Page<Named> | Named>(path, { size: MOST }, signal);
  const all = "items" in found ? found.items : [found];
  return Object.fromEntries(all.map((one) => [one.id, nameOf(one)]));
}

function nameOf({ id, name, email, firstName = null, lastName = null }: Named): string {
  return name ?? (email ? personName({ email, firstName, lastName }) : id);
}
