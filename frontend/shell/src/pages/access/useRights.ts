import { usePlatform, useWorkspaceChoice } from "@plexica/api-client";
import type { Asked, Page, Problem, Query, User } from "@plexica/api-client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useLanguage, useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { usePluginList } from "../plugins/usePluginList";
import type { PermissionView, PolicyView, RoleView } from "./model/views";

const SIZE = 200;
const MOST_PAGES = 10;

/** All of a list, page after page: for what there are hundreds of at most. */
export function useAll<T>(path: string, enabled = true, query: Query = {}): Omit<Asked<T[]>, "etag"> {
  const { api } = usePlatform();
  const workspace = useWorkspaceChoice();
  const result = useQuery<T[], Problem>({
    queryKey: [path, { ...query, all: true }, workspace ?? null],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await api.get<Page<T>>(path, { ...query, page, size: SIZE }, signal);
        items.push(...answer.items);
        if (items.length >= answer.total || answer.items.length === 0) break;
      }
      return items;
    },
    enabled,
  });
  const { refetch } = result;
  return {
    data: result.data,
    problem: result.error,
    loading: result.isLoading,
    refreshing: result.isFetching && !result.isLoading,
    again: useCallback(() => void refetch(), [refetch]),
  };
}

export const useRoles = (enabled?: boolean) => useAll<RoleView>("/roles", enabled);
export const usePermissions = (enabled?: boolean) => useAll<PermissionView>("/permissions", enabled);
export const usePolicies = (enabled?: boolean) => useAll<PolicyView>("/policies", enabled);

/** Each is asked for by itself: of the roles of a tenant with hundreds only so many. */
const MOST_HEADS = 50;

/** How many people hold each of these roles themselves; a role is missing while that is not known. */
export function useHeads(all: readonly string[]): ReadonlyMap<string, number> {
  const roles = all.slice(0, MOST_HEADS);
  const { api } = usePlatform();
  const { can } = useMe();
  const asked = useQueries({
    queries: roles.map((role) => ({
      queryKey: ["/users", { role, heads: true }, null],
      queryFn: () => api.get<Page<User>>("/users", { role, size: 1 }),
      enabled: can("core:users:read"),
      staleTime: 60_000,
    })),
  });
  const totals = asked.map(({ data }) => data?.total);
  return useMemo(
    () => new Map(roles.flatMap((role, at) => (totals[at] === undefined ? [] : [[role, totals[at]] as const]))),
    [roles.join("\n"), totals.join()],
  );
}

/** What roles, permissions and sources are called. */
export function useNames() {
  const t = useT("access");
  const { can } = useMe();
  const plugins = usePluginList(can("core:plugins:read")).data?.items;
  const language = useLanguage();
  return useMemo(() => {
    const plugin = (id: string) => plugins?.find((one) => one.id === id);
    return {
      plugin,
      source: (id: string): string => (id === "core" ? t("platform") : (plugin(id)?.name ?? id)),
      role: (name: string): string => t(`role.${name}`, { defaultValue: name }),
      /** Begins with a capital letter: "See who did what". */
      permission: (one: PermissionView): string => t(`permission.${one.key}`, { defaultValue: one.name }),
    };
  }, [t, plugins, language]);
}

export type Names = ReturnType<typeof useNames>;
