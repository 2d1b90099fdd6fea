import { createApi, useAsked, usePlatform, type Api, type Asked, type Asking, type Page } from "@plexica/api-client";
import { useMemo } from "react";

/** The platform as it is in one tenant, for a super admin who names it. */
export function useTenantApi(slug: string): Api {
  const { http } = usePlatform();
  return useMemo(
    () =>
      createApi((path, call = {}) => {
        const headers = new Headers(call.headers);
        headers.set("X-Tenant-Slug", slug);
        return http(path, { ...call, headers });
      }),
    [http, slug],
  );
}

/** The key under which what was read in a tenant is kept; `invalidate` takes its beginning. */
export function inTenant(slug: string, path = ""): string {
  return `/in/${slug}${path}`;
}

/** Asks as `useApi` does, in a tenant. */
export function useInTenant<T>(slug: string, path: string, asking: Asking = {}): Asked<T> {
  return useAsked<T>(useTenantApi(slug), [inTenant(slug, path), asking.query ?? {}], path, asking);
}

/** How many there are of something in a tenant; undefined until known, and where it cannot be known. */
export function useCountInTenant(slug: string, path: string): number | undefined {
  const asked = useInTenant<Page<unknown>>(slug, path, { query: { size: 1 }, staleTime: 60_000 });
  return asked.data?.total;
}
