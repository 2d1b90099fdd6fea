// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";
import { loadNamespaces } from "../../../i18n/i18n";
import { draw, problem, versioned } from "../../../testing";
import RolePage from "./RolePage";

const NONE = { items: [], page: 0, size: 200, total: 0 };

/** The page of a role on a platform that keeps it; `kept` is what it has, `sent` what it was asked to keep. */
async function open() {
  await loadNamespaces("access");
  const kept = { name: "Sales", version: 1, broken: false };
  const sent: { name: string; on: string | null }[] = [];
  const role = () =>
    versioned({ id: "r1", description: null, permissions: [], system: false, name: kept.name }, `"${kept.version}"`);
  const change = ({ headers, body }: RequestInit) => {
    const { name } = JSON.parse(body as string) as { name: string };
    const on = new Headers(headers).get("If-Match");
    sent.push({ name, on });
    if (kept.broken) return problem(500, "internal-error", "It broke");
    if (on !== `"${kept.version}"`) return problem(412, "precondition-failed", "It has changed");
    Object.assign(kept, { name, version: kept.version + 1 });
    return role();
  };
  const page = (
    <Routes>
      <Route path="roles/:id" element={<RolePage />} />
      <Route path="manage/access" element={<p>All roles</p>} />
    </Routes>
  );
  const answers = { "GET /roles/r1": role, "PATCH /roles/r1": change, "GET /permissions": NONE, "GET /plugins": NONE };
  const { client } = await draw(page, answers, "/roles/r1");
  const name = await screen.findByLabelText<HTMLInputElement>("Name");
  const type = (value: string) => fireEvent.change(name, { target: { value } });
  const press = (label: string | RegExp) => act(() => screen.getByRole("button", { name: label }).click());
  const others = (theirs: string) => Object.assign(kept, { name: theirs, version: kept.version + 1 });
  return { kept, sent, client, name, type, press, others };
}

it("does not save over what somebody else has saved, also where that was read meanwhile", async () => {
  const { kept, sent, client, name, type, press, others } = await open();
  type("Mine");
  others("Theirs");
  await act(() => client.invalidateQueries());
  expect(name.value).toBe("Mine");
  press("Save role");
  await screen.findByText("Mine has changed meanwhile");
  expect(kept.name).toBe("Theirs");

  press("Keep theirs");
  expect(name.value).toBe("Theirs");
  type("Theirs and mine");
  press("Save role");
  await screen.findByText("All roles");
  expect(sent.map(({ on }) => on)).toEqual(['"1"', '"2"']);
});

it("says why mine could not be saved over theirs, and takes that back to theirs", async () => {
  const { kept, sent, type, press, others } = await open();
  type("Mine");
  others("Theirs");
  press("Save role");
  await screen.findByText("Mine has changed meanwhile");
  kept.broken = true;
  press("Save mine");
  expect(await screen.findByText("It broke")).toBeTruthy();

  kept.broken = false;
  press("Save role");
  await screen.findByText("Mine has changed meanwhile");
  press("Save mine");
  await screen.findByText("All roles");
  expect(kept.name).toBe("Mine");
  press(/^Undo/);
  await waitFor(() => expect(kept.name).toBe("Theirs"));
  expect(sent.at(-1)).toEqual({ name: "Theirs", on: '"3"' });
});
