import {
  useApi,
  useInvalidate,
  usePlatform,
  type Answer,
  type Asked,
  type PluginView,
  type Problem,
} from "@plexica/api-client";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { PluginStats, RolloutMove, Version } from "./plugins.types";
import type { Operation, Page } from "./types";

const ALL = { size: 200 };

export function usePlugins(): Asked<Page<PluginView>> {
  return useApi<Page<PluginView>>("/plugins", { query: ALL });
}

export function usePlugin(id: string): Asked<PluginView> {
  return useApi<PluginView>(`/plugins/${id}`);
}

export function useVersions(id: string): Asked<Page<Version>> {
  return useApi<Page<Version>>(`/plugins/${id}/versions?size=200`);
}

/** Figures of a plugin, and when they were read. */
export interface AskedStats extends Asked<PluginStats> {
  at: number;
}

export function useStats(id: string, asking: { every?: number; from?: string; to?: string } = {}): AskedStats {
  const { every, from, to } = asking;
  const path = `/plugins/${id}/stats`;
  const query = { from, to };
  const client = useQueryClient();
  const asked = useApi<PluginStats>(path, {
    query,
    keepPrevious: true,
    ...(every === undefined ? {} : { every, staleTime: every - 500 }),
  });
  return { ...asked, at: client.getQueryState([path, query, null])?.dataUpdatedAt ?? 0 };
}

export function useMoves(id: string, every: number): Asked<Page<RolloutMove>> {
  return useApi<Page<RolloutMove>>(`/plugins/${id}/rollouts`, { query: ALL, every });
}

/** The roll-out of a plugin that is under way, whoever began it; its step names the version. */
export function useRunningRollout(id: string, every: number): Operation | undefined {
  const query = { type: "core.plugin.rollout", status: "RUNNING", ...ALL };
  const { data } = useApi<Page<Operation>>("/operations", { query, every });
  return data?.items.find(({ step }) => step?.startsWith(`${id}@`));
}

/** The same of many plugins. */
export interface AskedOfMany<T> {
  /** What could not be read is left out. */
  items: T[];
  /** Whether all of it has been read. */
  isWhole: boolean;
  /** Why some of it could not be. */
  problem: Problem | null;
  again(): void;
}

function useOfMany<T>(ids: string[], path: (id: string) => string, staleTime: number): AskedOfMany<T> {
  const { api } = usePlatform();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [path(id), {}, null],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.call<T>("GET", path(id), { signal }),
      staleTime,
    })),
    combine: (results) => ({
      items: results.flatMap((result) => (result.data ? [(result.data as Answer<T>).data] : [])),
      isWhole: results.every((result) => result.data !== undefined),
      problem: results.map((result) => result.error as Problem | null).find((error) => error !== null) ?? null,
      again: () => results.filter((result) => result.error).forEach((result) => void result.refetch()),
    }),
  });
}

export function useManyStats(ids: string[]): AskedOfMany<PluginStats> {
  return useOfMany<PluginStats>(ids, (id) => `/plugins/${id}/stats`, 15_000);
}

export function useManyVersions(ids: string[]): AskedOfMany<Version> {
  const asked = useOfMany<Page<Version>>(ids, (id) => `/plugins/${id}/versions?size=200`, 15_000);
  return { ...asked, items: useMemo(() => asked.items.flatMap((page) => page.items), [asked.items]) };
}

/** All that can be done to a version. Each throws a `Problem`. */
export interface VersionActions {
  deprecate(version: Version, advice: { replacement?: string; endOfLife?: string }): Promise<void>;
  retire(version: Version): Promise<void>;
  quarantine(version: Version, reason: string): Promise<void>;
  release(version: Version): Promise<Version>;
  withdraw(version: Version): Promise<void>;
}

export function useVersionActions(): VersionActions {
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const act = useCallback(
    async (version: Version, action: string, body?: object): Promise<Version> => {
      const path = `/plugins/${version.id}/versions/${version.version}`;
      const { etag } = await api.call<Version>("GET", path);
      const after = await api.post<Version>(`${path}/${action}`, body, { ifMatch: etag });
      await invalidate("/plugins");
      return after;
    },
    [api, invalidate],
  );
  return useMemo(
    () => ({
      deprecate: async (version, advice) => void (await act(version, "deprecate", advice)),
      retire: async (version) => void (await act(version, "retire")),
      quarantine: async (version, reason) => void (await act(version, "quarantine", reason ? { reason } : {})),
      release: (version) => act(version, "release"),
      async withdraw(version) {
        await api.delete(`/plugins/${version.id}/versions/${version.version}`);
        await invalidate("/plugins");
      },
    }),
    [api, act, invalidate],
  );
}

export interface RolloutWish {
  version: string;
  tenants?: string[];
  percentage?: number;
}

/** Begins a roll-out; the operation tells how it goes. */
export function useStartRollout(id: string): (wish: RolloutWish) => Promise<Operation> {
  const { api } = usePlatform();
  return useCallback((wish) => api.post<Operation>(`/plugins/${id}/rollouts`, wish, { async: true }), [api, id]);
}
