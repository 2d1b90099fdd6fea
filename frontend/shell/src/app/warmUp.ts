import type { Platform } from "@plexica/api-client";
import type { QueryClient } from "@tanstack/react-query";
import { CONSOLE } from "../state/console";
import { ME } from "../state/me";

/** Asks for what the frame needs before the frame does: all at once, not one after the other. */
export function warmUp({ api, workspace }: Platform, client: QueryClient): void {
  for (const path of [ME, CONSOLE, "/users/me/preferences"]) {
    void client.prefetchQuery({
      queryKey: [path, {}, workspace.current() ?? null],
      queryFn: ({ signal }) => api.call("GET", path, { signal }),
    });
  }
}
