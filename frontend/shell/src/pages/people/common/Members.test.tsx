// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { loadNamespaces } from "../../../i18n/i18n";
import { draw } from "../../../testing";
import { Members } from "./Members";

it("goes back a page when the last member of it is taken out", async () => {
  await loadNamespaces("people");
  const all = Array.from({ length: 26 }, (_, at) => ({
    userId: `u${at}`,
    email: `p${at}@acme.example`,
    firstName: `P${at}`,
    lastName: null,
    role: "MEMBER",
  }));
  const answers = {
    "GET /teams/t1/members": (_: unknown, query: URLSearchParams) => {
      const page = Number(query.get("page"));
      return { items: all.slice(page * 25, page * 25 + 25), page, size: 25, total: all.length };
    },
    "DELETE /teams/t1/members/u25": () => (all.pop(), null),
    "GET /users": { items: [], page: 0, size: 10, total: 0 },
  };
  await draw(<Members of="/teams/t1" title="Sales" roles={["MEMBER"]} usual="MEMBER" mayChange />, answers);
  await screen.findByText("P0");
  // By their words: what each of a page of rows is called for roles takes long to find out.
  act(() => screen.getByText("Next").click());
  await screen.findByText("P25");
  act(() => screen.getByLabelText("Take P25 out of Sales").click());
  expect(await screen.findByText("P0")).toBeTruthy();
  expect(screen.queryByText("Nobody is in it yet")).toBeNull();
});
