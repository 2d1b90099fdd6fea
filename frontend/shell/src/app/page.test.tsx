// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider, useRouteError } from "react-router";
import { expect, it } from "vitest";
import { page } from "./page";

function Failed() {
  return <p>{String(useRouteError())}</p>;
}

it("loads a page that could not be loaded once somebody goes there again", async () => {
  let tries = 0;
  const load = () =>
    ++tries < 3 ? Promise.reject(new Error("No network")) : Promise.resolve({ default: () => <p>It is here</p> });
  const router = createMemoryRouter([{ errorElement: <Failed />, children: [page("there", load)] }], {
    initialEntries: ["/there"],
  });
  render(<RouterProvider router={router} />);
  await screen.findByText("Error: No network");
  await act(() => router.navigate("/there", { replace: true }));
  expect(await screen.findByText("It is here")).toBeTruthy();
});
