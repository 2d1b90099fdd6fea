// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { draw, problem } from "../testing";
import PluginPage from "./PluginPage";

const BROKEN = problem(500, "internal-error", "The platform had a problem");

it("does not say that a plugin is off where it could not be found out which there are", async () => {
  await draw(<PluginPage />, { "GET /console": BROKEN }, "/crm/contacts");
  expect(await screen.findByText("The platform had a problem")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

it("does not say that there is no such page where the plugin could not be looked up", async () => {
  await draw(<PluginPage />, { "GET /console": { plugins: [] }, "GET /plugins/crm": BROKEN }, "/crm/contacts");
  expect(await screen.findByText("The platform had a problem")).toBeTruthy();
});

it("says so where there is none", async () => {
  await draw(<PluginPage />, { "GET /console": { plugins: [] } }, "/nowhere");
  expect(await screen.findByText("There is nothing here")).toBeTruthy();
});

it("says why a plugin that is disabled could not be enabled", async () => {
  const plugin = { id: "crm", name: "CRM", installation: { status: "DISABLED" } };
  await draw(
    <PluginPage />,
    {
      "GET /console": { plugins: [] },
      "GET /plugins/crm": plugin,
      "POST /tenants/current/plugins/crm/enable": problem(409, "conflict", "Something else is under way"),
    },
    "/crm",
  );
  (await screen.findByRole("button", { name: "Enable CRM" })).click();
  expect(await screen.findByText("Something else is under way")).toBeTruthy();
});
