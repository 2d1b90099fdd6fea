import { useApi, useInvalidate, usePlatform, type Answer, type Asked } from "@plexica/api-client";
import { useCallback, useMemo } from "react";
import { noteCreation } from "../state/creations";
import { inTenant } from "./inTenant";
import type { Operation, Page, Tenant, TenantDraft } from "./types";

export interface TenantQuery {
  page?: number;
  size?: number;
  sort?: string;
  q?: string;
  status?: string;
  plan?: string;
}

export function useTenants(query: TenantQuery): Asked<Page<Tenant>> {
  return useApi<Page<Tenant>>("/tenants", { query: { ...query }, keepPrevious: true });
}

export function useTenant(slug: string): Asked<Tenant> {
  return useApi<Tenant>(`/tenants/${slug}`);
}

/** All that can be done to a tenant. Each throws a `Problem`. */
export interface TenantActions {
  create(draft: TenantDraft): Promise<Operation>;
  edit(slug: string, patch: object, etag: string | null): Promise<Answer<Tenant>>;
  suspend(slug: string): Promise<Tenant>;
  activate(slug: string): Promise<Tenant>;
  restore(slug: string): Promise<Tenant>;
  deleteSoftly(slug: string): Promise<Tenant>;
  /** Begins; the operation tells how it goes. */
  deleteForEver(slug: string): Promise<Operation>;
}

export function useTenantActions(): TenantActions {
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const changed = useCallback(
    async <T>(slug: string, work: Promise<T>): Promise<T> => {
      const done = await work;
      await invalidate("/tenants", "/plans", inTenant(slug), "/audit-log", "/metrics");
      return done;
    },
    [invalidate],
  );
  return useMemo(
    () => ({
      async create(draft) {
        const operation = await api.post<Operation>("/tenants", draft, { async: true });
        noteCreation(operation, draft);
        return operation;
      },
      edit: (slug, patch, etag) =>
        changed(slug, api.call<Tenant>("PATCH", `/tenants/${slug}`, { body: patch, ifMatch: etag })),
      suspend: (slug) => changed(slug, api.post<Tenant>(`/tenants/${slug}/suspend`)),
      activate: (slug) => changed(slug, api.post<Tenant>(`/tenants/${slug}/activate`)),
      restore: (slug) => changed(slug, api.post<Tenant>(`/tenants/${slug}/restore`)),
      deleteSoftly: (slug) => changed(slug, api.delete<Tenant>(`/tenants/${slug}`, { query: { mode: "soft" } })),
      deleteForEver: (slug) => api.delete<Operation>(`/tenants/${slug}`, { query: { mode: "hard" }, async: true }),
    }),
    [api, changed],
  );
}
