// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { createMemoryRouter, Outlet, RouterProvider } from "react-router";
import { afterEach, expect, it } from "vitest";
import { usePlace } from "./usePlace";

afterEach(cleanup);

function Around() {
  return (
    <>
      <output>{usePlace()}</output>
      <Outlet />
    </>
  );
}

it("is the same for all tabs of a page, and another for another page", async () => {
  const children = ["tenants/new", "tenants/:slug/:tab?", "settings/:tab?"].map((path) => ({ path, element: null }));
  const router = createMemoryRouter([{ element: <Around />, children }], { initialEntries: ["/tenants/acme"] });
  render(<RouterProvider router={router} />);
  const at = async (path: string) => {
    await act(() => router.navigate(path));
    return screen.getByRole("status").textContent;
  };
  expect(await at("/tenants/acme/people")).toBe("/tenants/acme");
  expect(await at("/tenants/new")).toBe("/tenants/new");
  expect(await at("/settings/plans")).toBe("/settings");
  expect(await at("/settings")).toBe("/settings");
});
