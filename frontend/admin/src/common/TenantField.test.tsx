// @vitest-environment jsdom
import { createApi, PlatformProvider, type Http, type Platform } from "@plexica/api-client";
import { UiProvider } from "@plexica/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { TenantField } from "./TenantField";

const ALL = ["Acme", "Globex", "Initech"].map((name) => ({ name, slug: name.toLowerCase() }));

function Field() {
  const [slug, setSlug] = useState("acme");
  return (
    <>
      <TenantField label="Tenant" placeholder="Any" value={slug} onChange={(chosen) => setSlug(chosen ?? "")} />
      <output data-testid="chosen">{slug}</output>
    </>
  );
}

it("takes with Enter what was typed, not what was chosen before", async () => {
  const http: Http = async (path) => {
    const q = new URLSearchParams(path.split("?")[1]).get("q") ?? "";
    const items = ALL.filter(({ slug }) => slug.includes(q));
    return new Response(JSON.stringify({ items, page: 0, size: 25, total: items.length }));
  };
  const workspace = { subscribe: () => () => {}, current: () => undefined };
  const platform = { http, api: createApi(http), workspace } as unknown as Platform;
  render(
    <PlatformProvider value={platform}>
      <QueryClientProvider client={new QueryClient()}>
        <UiProvider>
          <Field />
        </UiProvider>
      </QueryClientProvider>
    </PlatformProvider>,
  );
  const field = screen.getByRole<HTMLInputElement>("combobox");
  await waitFor(() => expect(field.value).toBe("Acme"));
  fireEvent.change(field, { target: { value: "globex" } });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(screen.getByTestId("chosen").textContent).toBe("acme");
  await waitFor(() =>
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Globexglobex"]),
  );
  fireEvent.keyDown(field, { key: "Enter" });
  expect(screen.getByTestId("chosen").textContent).toBe("globex");
  expect(field.value).toBe("Globex");
});
