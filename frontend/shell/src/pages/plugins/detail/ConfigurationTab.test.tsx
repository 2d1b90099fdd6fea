// @vitest-environment jsdom
import type { PluginView } from "@plexica/api-client";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { loadNamespaces } from "../../../i18n/i18n";
import { draw, problem, versioned } from "../../../testing";
import { ConfigurationTab } from "./ConfigurationTab";

const PATH = "/tenants/current/plugins/crm/configuration";
const SCHEMA = { type: "object", properties: { stage: { type: "string", title: "Stage" } } };

async function open() {
  await loadNamespaces("plugins");
  const view = (stage: string) => ({ values: { stage }, origins: {}, secrets: {}, schema: SCHEMA, problems: [] });
  const answers: Record<string, unknown> = { [`GET ${PATH}`]: () => versioned(view("New"), '"1"') };
  const { client } = await draw(<ConfigurationTab plugin={{ id: "crm", name: "CRM" } as PluginView} />, answers);
  const stage = await screen.findByLabelText<HTMLInputElement>(/^Stage/);
  const press = (label: string) => act(() => screen.getByRole("button", { name: label }).click());
  const type = (value: string) => fireEvent.change(stage, { target: { value } });
  return { answers, client, stage, type, press, view };
}

it("keeps what was typed where it cannot be read again", async () => {
  const { answers, client, stage, type } = await open();
  type("Mine");
  answers[`GET ${PATH}`] = problem(500, "internal-error", "It broke");
  await act(() => client.invalidateQueries());
  expect(document.contains(stage)).toBe(true);
  expect(stage.value).toBe("Mine");
});

it("shows what has been saved, also where it cannot be read again", async () => {
  const { answers, stage, type, press, view } = await open();
  type("Mine");
  answers[`GET ${PATH}`] = problem(500, "internal-error", "It broke");
  answers[`PUT ${PATH}`] = () => versioned(view("Mine, as it is kept"), '"2"');
  press("Save settings");
  await waitFor(() => expect(stage.value).toBe("Mine, as it is kept"));
  expect(screen.queryByRole("button", { name: "Save settings" })).toBeNull();
});

it("forgets with what was typed what was wrong with it", async () => {
  const { answers, stage, type, press } = await open();
  type("Mine");
  answers[`PUT ${PATH}`] = problem(409, "conflict", "It cannot be");
  press("Save settings");
  expect(await screen.findByText("It cannot be")).toBeTruthy();
  press("Discard changes");
  expect(stage.value).toBe("New");
  expect(screen.queryByText("It cannot be")).toBeNull();
});

it("shows both versions where somebody else was faster, and saves what was typed over theirs", async () => {
  const { answers, stage, type, press, view } = await open();
  const sent: unknown[] = [];
  let kept = { ...view("Theirs"), values: { stage: "Theirs", limit: 5 } };
  let version = '"2"';
  answers[`GET ${PATH}`] = () => versioned(kept, version);
  answers[`PUT ${PATH}`] = ({ headers, body }: RequestInit) => {
    if (new Headers(headers).get("If-Match") !== version) return problem(412, "precondition-failed", "It has changed");
    const { values } = JSON.parse(body as string) as typeof kept;
    sent.push(values);
    kept = { ...kept, values };
    version = '"3"';
    return versioned(kept, version);
  };
  type("Mine");
  press("Save settings");
  expect((await screen.findByRole("dialog")).textContent).toMatch(/Theirs.*Mine/);
  press("Save mine");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent).toEqual([{ stage: "Mine", limit: 5 }]);
  expect(stage.value).toBe("Mine");
});

it("takes theirs where that is chosen", async () => {
  const { answers, stage, type, press, view } = await open();
  type("Mine");
  answers[`PUT ${PATH}`] = problem(412, "precondition-failed", "It has changed");
  answers[`GET ${PATH}`] = () => versioned(view("Theirs"), '"2"');
  press("Save settings");
  await screen.findByRole("dialog");
  press("Keep theirs");
  await waitFor(() => expect(stage.value).toBe("Theirs"));
  expect(screen.queryByRole("dialog")).toBeNull();
});
