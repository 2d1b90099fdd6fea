import { QueryClient } from "@tanstack/react-query";
import { isProblem } from "../http/problem";

/** Only what may pass by itself is tried again, twice: a refusal stays one. */
export function mayRetry(failures: number, error: unknown): boolean {
  return failures < 2 && isProblem(error) && error.passing && error.code !== "session-ended";
}

/** Answers are kept while a page shows them and for five minutes after; those of the live stream are never fetched on focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 300_000,
        retry: mayRetry,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
