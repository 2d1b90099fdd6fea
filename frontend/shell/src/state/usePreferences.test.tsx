// @vitest-environment jsdom
import { createApi, PlatformProvider, Problem } from "@plexica/api-client";
import type { Http, Platform } from "@plexica/api-client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { usePreferences } from "./preferences";

it("takes back what could not be kept, and nothing that was changed beside it", async () => {
  let stored: object = { mode: "dark" };
  const broken = new Problem(500, { code: "internal-error", detail: "It broke" });
  const http: Http = async (_, { method, body } = {}) => {
    if (method !== "PUT") return new Response(JSON.stringify(stored));
    const wanted = JSON.parse(body as string) as { language?: string };
    if (wanted.language) throw broken;
    stored = wanted;
    return new Response(JSON.stringify({ ...stored, letterKeys: false }));
  };
  const workspace = { subscribe: () => () => {}, current: () => undefined };
  const platform = { http, api: createApi(http), workspace } as unknown as Platform;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PlatformProvider value={platform}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </PlatformProvider>
  );
  const { result } = renderHook(usePreferences, { wrapper });
  await waitFor(() => expect(result.current.loaded).toBe(true));

  let changes: PromiseSettledResult<void>[] = [];
  await act(async () => {
    const { change } = result.current;
    changes = await Promise.allSettled([change({ language: "it" }), change({ timeZone: "Europe/Rome" })]);
  });
  expect(changes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  // As the platform has answered it.
  expect(result.current.preferences).toEqual({ mode: "dark", timeZone: "Europe/Rome", letterKeys: false });
});
