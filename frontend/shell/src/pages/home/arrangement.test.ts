import { expect, test } from "vitest";
import type { Placed } from "../../state/console";
import { arrange, change, merge, move } from "./arrangement";

const widgets = ["a", "b", "c"].map((id) => ({ id }) as Placed);
const ids = (order: { placed: Placed }[]): string[] => order.map(({ placed }) => placed.id);

test("widgets stand as they were put, new ones at the end, hidden ones not at all", () => {
  const places = [{ id: "c" }, { id: "gone" }, { id: "a", hidden: true }];
  expect(ids(arrange(widgets, places))).toEqual(["c", "b"]);
  expect(ids(arrange(widgets, places, true))).toEqual(["c", "a", "b"]);
});

test("moving one and changing one keep the others as they are", () => {
  const order = arrange(widgets, [{ id: "b", columns: 7 }], true);
  expect(ids(order)).toEqual(["b", "a", "c"]);
  expect(move(order, 0, 1)).toEqual([{ id: "a" }, { id: "b", columns: 7 }, { id: "c" }]);
  expect(change(order, 1, { columns: 3 })).toEqual([{ id: "b", columns: 7 }, { id: "a", columns: 3 }, { id: "c" }]);
});

test("what is not here now keeps its place", () => {
  expect(merge([{ id: "gone" }, { id: "a" }], [{ id: "a", hidden: true }])).toEqual([
    { id: "a", hidden: true },
    { id: "gone" },
  ]);
});
