import type { Tenant } from "../../api/types";
import type { Creation } from "../../state/creations";

/** A line of the list: a tenant, or one that is being made or could not be. */
export type Row = { kind: "tenant"; id: string; tenant: Tenant } | { kind: "creation"; id: string; creation: Creation };

/** What is in progress stands first, once; then the tenants as they were asked for. */
export function rows(tenants: Tenant[], creations: Creation[]): Row[] {
  const open = creations.filter(({ progress }) => progress?.operation.status !== "SUCCEEDED");
  const making = new Set(
    open.filter(({ progress }) => progress?.operation.status !== "FAILED").map(({ draft }) => draft?.slug),
  );
  return [
    ...open.map((creation): Row => ({ kind: "creation", id: creation.operation, creation })),
    ...tenants
      .filter((tenant) => !(tenant.status === "PROVISIONING" && making.has(tenant.slug)))
      .map((tenant): Row => ({ kind: "tenant", id: tenant.slug, tenant })),
  ];
}
