// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";
import { loadNamespaces } from "../../../i18n/i18n";
import { draw, problem } from "../../../testing";
import PolicyPage from "./PolicyPage";

it("says why there is nothing to choose from, and asks again for what there is", async () => {
  await loadNamespaces("access");
  const page = (
    <Routes>
      <Route path="policies/:id" element={<PolicyPage />} />
    </Routes>
  );
  const answers = { "GET /permissions": problem(500, "internal-error", "It broke") };
  const { asked } = await draw(page, answers, "/policies/new");
  expect(await screen.findByText("It broke")).toBeTruthy();
  Object.assign(answers, { "GET /permissions": { items: [], page: 0, size: 200, total: 0 } });
  screen.getByRole("button", { name: "Try again" }).click();
  expect(await screen.findByLabelText("Name")).toBeTruthy();
  expect(asked).not.toContain("GET /policies/new");
});
