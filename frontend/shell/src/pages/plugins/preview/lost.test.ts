import { expect, test } from "vitest";
import { lostOf } from "./lost";

const of = (point: string, module: string) => ({ plugin: "crm", point, module });

test("pages that go are told once each, entries in the navigation with them, and all else by its place", () => {
  const contributionsLost = [
    of("page", "./contacts"),
    of("page", "./contacts"),
    of("sidebar.menu", "./contacts"),
    of("dashboard.widgets", "./widgets/one"),
    of("dashboard.widgets", "./widgets/two"),
    of("header.search", "./search"),
  ];
  expect(lostOf({ contributionsLost })).toEqual({
    pages: [of("page", "./contacts")],
    points: ["dashboard.widgets", "header.search"],
  });
});

test("what another version only names or orders differently stays", () => {
  const contributionsLost = [of("page", "./contacts"), of("page", "./deals"), of("header.search", "./search")];
  const contributions = [{ ...of("page", "./contacts"), label: "People" }, of("header.search", "./search")];
  expect(lostOf({ contributionsLost, contributions })).toEqual({ pages: [of("page", "./deals")], points: [] });
});

test("a preview that tells of none takes nothing", () => {
  expect(lostOf({})).toEqual({ pages: [], points: [] });
});
