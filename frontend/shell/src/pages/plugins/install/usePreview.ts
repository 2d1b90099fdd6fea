import { usePlatform } from "@plexica/api-client";
import type { Preview, Problem } from "@plexica/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

/** What an installation would do; nothing is done. */
export function useInstallPreview(
  id: string,
  body: { version?: string | undefined; configuration: object },
  enabled = true,
) {
  const { api } = usePlatform();
  const path = `/tenants/current/plugins/${id}/install`;
  return useQuery<Preview, Problem>({
    queryKey: [path, "preview", body],
    queryFn: ({ signal }) => api.post<Preview>(path, body, { query: { dryRun: true }, signal }),
    placeholderData: keepPreviousData,
    enabled,
    staleTime: 10_000,
  });
}
