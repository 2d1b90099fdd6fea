import { createApi, usePlatform, type Api, type Asked, type Asking, type Page } from "@plexica/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Answer, Problem } from "@plexica/api-client";
import { useCallback, useMemo } from "react";

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
  const api = useTenantApi(slug);
  const result = useQuery<Answer<T>, Problem>({
    queryKey: [inTenant(slug, path), asking.query ?? {}],
    queryFn: ({ signal }) => api.call<T>("GET", path, { ...(asking.query ? { query: asking.query } : {}), signal }),
    enabled: asking.enabled ?? true,
    ...(asking.staleTime === undefined ? {} : { staleTime: asking.staleTime }),
    refetchInterval: asking.every ?? false,
    ...(asking.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch } = result;
  return {
    data: result.data?.data,
    etag: result.data?.etag ?? null,
    problem: result.error,
    loading: result.isLoading,
    refreshing: result.isFetching && !result.isLoading,
    again: useCallback(() => void refetch(), [refetch]),
  };
}

/** How many there are of something in a tenant; undefined until known, and where it cannot be known. */
export function useCountInTenant(slug: string, path: string): number | undefined {
  const asked = useInTenant<Page<unknown>>(slug, path, { query: { size: 1 }, staleTime: 60_000 });
  return asked.data?.total;
}
