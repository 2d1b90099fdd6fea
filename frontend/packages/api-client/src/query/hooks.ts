import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient, QueryKey, UseMutationResult } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Answer, Api, Method, Query, Sending } from "../http/api";
import type { Problem } from "../http/problem";
import { usePlatform, useWorkspaceChoice } from "../platform";

export interface Asking {
  query?: Query;
  /** While false nothing is asked. */
  enabled?: boolean;
  /** Shows the answer to the last question until the new one is there: for pages of lists. */
  keepPrevious?: boolean;
  /** Milliseconds for which an answer is as good as new. */
  staleTime?: number;
  /** Asks again so often, in milliseconds. */
  every?: number | false;
}

/** How a question stands. */
export interface Asked<T> {
  data: T | undefined;
  /** The version of what was read, to be sent as `ifMatch` with a change. */
  etag: string | null;
  problem: Problem | null;
  /** No answer yet, and one is being waited for. */
  loading: boolean;
  /** An answer is shown and a newer one is on its way. */
  refreshing: boolean;
  again(): void;
}

/**
 * Asks the platform: `useApi<Page<User>>('/users', { query: { q } })`. The path is below `/api/v1`; each workspace has answers
 * of its own.
 */
export function useApi<T>(path: string, asking: Asking = {}): Asked<T> {
  const { api } = usePlatform();
  const workspace = useWorkspaceChoice();
  return useAsked<T>(api, [path, asking.query ?? {}, workspace ?? null], path, asking);
}

/** Asks an interface of one's own, and keeps the answer under a key of one's own. */
export function useAsked<T>(api: Api, queryKey: QueryKey, path: string, asking: Asking): Asked<T> {
  const result = useQuery<Answer<T>, Problem>({
    queryKey,
    queryFn: ({ signal }) => api.call<T>("GET", path, { query: asking.query, signal }),
    enabled: asking.enabled ?? true,
    staleTime: asking.staleTime,
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

/** Makes what was read below these paths be read again. */
export function invalidate(client: QueryClient, paths: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === "string" && paths.some((one) => path === one || path.startsWith(one + "/")),
  });
}

export function useInvalidate(): (...paths: string[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback((...paths) => invalidate(client, paths), [client]);
}

/** What to send. */
export interface Order extends Sending {
  method?: Method;
  path: string;
}

/**
 * Changes something: `const save = useSend<User>({ invalidates: ['/users'] })`, then
 * `save.mutate({ method: 'PATCH', path: '/users/1', body })`.
 */
export function useSend<T = unknown>(
  options: { invalidates?: readonly string[]; onDone?: (answer: Answer<T>) => void } = {},
): UseMutationResult<Answer<T>, Problem, Order> {
  const { api } = usePlatform();
  const client = useQueryClient();
  return useMutation<Answer<T>, Problem, Order>({
    mutationFn: ({ method = "POST", path, ...sending }) => api.call<T>(method, path, sending),
    onSuccess: async (answer) => {
      await invalidate(client, options.invalidates ?? []);
      options.onDone?.(answer);
    },
  });
}
