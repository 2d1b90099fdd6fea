import { useInvalidate, usePlatform } from "@plexica/api-client";
import { useCallback } from "react";

/** Delivers a dead letter again. Throws a `Problem`. */
export function useReplay(): (id: string) => Promise<void> {
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  return useCallback(
    async (id) => {
      await api.post(`/events/dead-letters/${id}/replay`);
      await invalidate("/events/dead-letters");
    },
    [api, invalidate],
  );
}
