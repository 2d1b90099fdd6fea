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

test("a preview that tells of none takes nothing", () => {
  expect(lostOf({})).toEqual({ pages: [], points: [] });
});
