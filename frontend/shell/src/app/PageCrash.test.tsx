// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { LinkProvider } from "@plexica/ui";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RouterLink } from "../frame/RouterLink";
import { loadNamespaces } from "../i18n/i18n";
import { page } from "./page";
import { PageCrash } from "./PageCrash";

const reload = vi.fn();
/** A browser that keeps that a module could not be fetched. */
const load = vi.fn(() => Promise.reject(new Error("Failed to fetch dynamically imported module")));

beforeEach(async () => {
  vi.stubGlobal("location", { href: location.href, origin: location.origin, reload });
  await loadNamespaces("shell");
  const routes = [{ errorElement: <PageCrash />, children: [page("there", load)] }];
  render(
    <LinkProvider component={RouterLink}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ["/there"] })} />
    </LinkProvider>,
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const tryAgain = async () => fireEvent.click(await screen.findByRole("button", { name: "Try again" }));

it("loads everything anew where the browser would not fetch the page again", async () => {
  await tryAgain();
  expect(reload).toHaveBeenCalledOnce();
});

it("keeps what is loaded while there is no network", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValueOnce(false);
  const before = load.mock.calls.length;
  await tryAgain();
  await vi.waitFor(() => expect(load.mock.calls.length).toBeGreaterThan(before));
  expect(reload).not.toHaveBeenCalled();
  await tryAgain();
  expect(reload).toHaveBeenCalledOnce();
});
