import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** After something is gone: these lists are read anew. Itself is asked for no more, and what was known of it is forgotten. */
export function useGone(): (...lists: string[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...lists) => {
      client.removeQueries({
        type: "inactive",
        predicate: ({ queryKey: [path] }) => lists.some((list) => String(path).startsWith(list + "/")),
      });
      return client.invalidateQueries({ predicate: ({ queryKey: [path] }) => lists.includes(String(path)) });
    },
    [client],
  );
}
