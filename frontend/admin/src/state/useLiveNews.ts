import { hasEnded, invalidate, usePlatform } from "@plexica/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Operation } from "../api/types";
import { noteProgress } from "./creations";

export const CREATION = "core.tenant.create";

/** Keeps what is shown as the platform says that it is. */
export function useLiveNews(): void {
  const { live } = usePlatform();
  const client = useQueryClient();
  useEffect(() => {
    const again = (...paths: string[]) => void invalidate(client, paths);
    const ends = [
      live.on("reset", () => void client.invalidateQueries()),
      live.on("health", () => again("/health")),
      live.on("notifications", () => again("/notifications")),
      live.on<Operation>("operations", (operation) => {
        if (operation.type === CREATION) {
          noteProgress(operation);
        }
        again("/operations");
        if (hasEnded(operation)) {
          again("/tenants", "/plugins", "/in", "/metrics");
        }
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [live, client]);
}
