// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { loadNamespaces } from "../../i18n/i18n";
import { draw, problem } from "../../testing";
import { AuditFilters } from "./AuditFilters";
import type { AuditWords } from "./useWords";

const ADA = { id: "u1", email: "ada@acme.example", firstName: "Ada", lastName: "Admin" };
const EVE = { ...ADA, id: "a1a4f85e-3865-41e6-a2c7-1f2fe61691f2", firstName: "Eve", lastName: "Last" };

async function open(user: string, users: unknown) {
  await loadNamespaces("audit");
  const values = { user, action: "", resource: "", from: "", to: "", q: "" };
  const words = { users: [ADA], plugins: [] } as unknown as AuditWords;
  const answers = { "GET /users": users, [`GET /users/${EVE.id}`]: EVE };
  await draw(<AuditFilters values={values} set={() => {}} words={words} errors={[]} />, answers);
  return screen.getByRole<HTMLInputElement>("combobox", { name: /^Who/ });
}

it("calls somebody by name who is not among those that are known", async () => {
  const who = await open(EVE.id, { items: [ADA], page: 0, size: 25, total: 1 });
  await waitFor(() => expect(who.value).toBe("Eve Last"));
});

it("searches people once for what is typed in one go", async () => {
  const searched: string[] = [];
  const who = await open("", (_: unknown, query: URLSearchParams) => {
    searched.push(query.get("q") ?? "");
    return { items: [ADA], page: 0, size: 25, total: 1 };
  });
  for (const value of ["a", "ad", "ada"]) fireEvent.change(who, { target: { value } });
  await waitFor(() => expect(searched).toEqual(["", "ada"]));
});

it("says why people cannot be searched", async () => {
  await open("", problem(500, "internal-error", "It broke"));
  expect(await screen.findByText("It broke")).toBeTruthy();
});
