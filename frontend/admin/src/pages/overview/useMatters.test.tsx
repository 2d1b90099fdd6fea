// @vitest-environment jsdom
import { createApi, PlatformProvider, Problem, type Http, type Platform } from "@plexica/api-client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { useMatters } from "./useMatters";

const NOTHING = { items: [], page: 0, size: 1, total: 0 };
const ANSWERS: Record<string, object> = {
  "/health": { status: "healthy", checks: {} },
  "/api/v1/plugins": { items: [{ id: "crm" }], page: 0, size: 200, total: 1 },
  "/api/v1/plugins/crm/stats": { plugin: "crm", installations: 0, versions: [] },
};

/** The hook on a platform with one plugin, whose answers to some calls are problems. */
function look(broken: (path: string) => boolean) {
  const http: Http = (path) =>
    broken(path)
      ? Promise.reject(new Problem(500, { code: "internal-error", detail: "It broke" }))
      : Promise.resolve(new Response(JSON.stringify(ANSWERS[path.replace(/\?.*/, "")] ?? NOTHING)));
  const none = { subscribe: () => () => {}, current: () => undefined };
  const platform = { http, api: createApi(http), workspace: none } as unknown as Platform;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PlatformProvider value={platform}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </PlatformProvider>
  );
  return renderHook(useMatters, { wrapper });
}

it("says that all is well only once all has been looked at", async () => {
  const { result } = look(() => false);
  expect(result.current.isWhole).toBe(false);
  await waitFor(() => expect(result.current).toMatchObject({ isWhole: true, problem: null, found: [] }));
});

it.each(["dead-letters", "/plugins/crm/stats", "/plugins/crm/versions"])(
  "does not say so where %s could not be looked at",
  async (part) => {
    const { result } = look((path) => path.includes(part));
    await waitFor(() => expect(result.current.problem?.detail).toBe("It broke"));
    expect(result.current.isWhole).toBe(false);
  },
);
