import { createApi, usePlatform, type Problem } from "@plexica/api-client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Health } from "./types";

export interface AskedHealth {
  health: Health | undefined;
  problem: Problem | null;
  at: number;
  again(): void;
}

/** How the platform is; asked now and then, and at once when the live stream says that it changed. */
export function useHealth(every = 15_000): AskedHealth {
  const { http } = usePlatform();
  const root = useMemo(() => createApi(http, ""), [http]);
  const result = useQuery<Health, Problem>({
    queryKey: ["/health"],
    queryFn: ({ signal }) => root.get<Health>("/health", undefined, signal),
    refetchInterval: every,
    staleTime: 2_000,
  });
  return {
    health: result.data,
    problem: result.error,
    at: result.dataUpdatedAt,
    again: () => void result.refetch(),
  };
}
