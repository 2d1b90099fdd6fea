import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** After something is gone: these lists are read anew, and itself is asked for no more. */
export function useGone(): (...lists: string[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...lists) => client.invalidateQueries({ predicate: ({ queryKey: [path] }) => lists.includes(String(path)) }),
    [client],
  );
}
