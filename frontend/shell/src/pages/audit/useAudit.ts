import { useApi } from "@plexica/api-client";
import type { Page, Query } from "@plexica/api-client";
import { momentOf } from "@plexica/audit";
import type { AuditEntry } from "@plexica/audit";
import { useQueryState } from "../../common/useQueryState";

export const SIZE = 25;
export const FILTERS = ["user", "action", "resource", "from", "to", "q"] as const;
export type Filter = (typeof FILTERS)[number];

const EVERY = 10_000;

/** What is filtered for, as the address says it. */
export function useFilters() {
  const states = {
    user: useQueryState("user"),
    action: useQueryState("action"),
    resource: useQueryState("resource"),
    from: useQueryState("from"),
    to: useQueryState("to"),
    q: useQueryState("q"),
  };
  const values = Object.fromEntries(FILTERS.map((name) => [name, states[name][0]])) as Record<Filter, string>;
  const query: Query = { ...values, from: momentOf(values.from), to: momentOf(values.to, 1) };
  return {
    values,
    query,
    set: (name: Filter, value: string) => states[name][1](value),
    isFiltered: FILTERS.some((name) => values[name] !== ""),
  };
}

export function useEntries(query: Query, page: number, sort: string) {
  return useApi<Page<AuditEntry>>("/audit-log", { query: { ...query, page, size: SIZE, sort }, keepPrevious: true });
}

/** How many rows came since the newest one that is shown: asked again and again while somebody looks at the first page. */
export function useNews(query: Query, shown: readonly AuditEntry[] | undefined, isFirst: boolean): number {
  const newest = shown?.[0]?.at;
  const { data } = useApi<Page<AuditEntry>>("/audit-log", {
    query: { ...query, from: newest ?? query.from, size: 1 },
    enabled: isFirst && shown !== undefined,
    every: EVERY,
    staleTime: EVERY,
  });
  if (!data || !isFirst || !shown) return 0;
  return Math.max(0, data.total - shown.filter(({ at }) => at === newest).length);
}
