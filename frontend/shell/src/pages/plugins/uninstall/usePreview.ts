import { usePlatform } from "@plexica/api-client";
import type { Preview, Problem } from "@plexica/api-client";
import { useQuery } from "@tanstack/react-query";

/** What becomes of the data of a plugin that goes. */
export type Fate = "keep" | "delete";

/** What uninstalling would do, for both fates of the data: each has a state of its own, which the real call demands. */
export function useUninstallPreview(id: string) {
  const { api } = usePlatform();
  const path = `/tenants/current/plugins/${id}`;
  const ask = (deleteData: boolean) => ({
    queryKey: ["uninstall", id, deleteData],
    queryFn: () => api.delete<Preview>(path, { query: { dryRun: true, deleteData } }),
    staleTime: 0,
  });
  const keep = useQuery<Preview, Problem>(ask(false));
  const lose = useQuery<Preview, Problem>(ask(true));
  return {
    data: lose.data,
    error: lose.error ?? keep.error,
    busy: keep.isFetching || lose.isFetching,
    stateFor(fate: Fate): string | null {
      const preview = fate === "keep" ? keep.data : lose.data;
      return preview ? `"${preview.state}"` : null;
    },
    again: async (): Promise<void> => void (await Promise.all([keep.refetch(), lose.refetch()])),
  };
}
