import { describe, expect, it } from "vitest";
import { labelled, linePath, ticks } from "./scale";
import { isEmpty } from "./series";

describe("the lines of a chart", () => {
  it("begin at zero and end at a round number above the largest value", () => {
    expect(ticks([118, 194])).toEqual([0, 50, 100, 150, 200]);
    expect(ticks([0.3])).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks([])[0]).toBe(0);
    expect(ticks([0, 0])).toContain(0);
    expect(ticks([-30, 50])).toEqual([-40, -20, 0, 20, 40, 60]);
  });

  it("are named as far as there is room, the last always", () => {
    expect(labelled(12, 6)).toEqual([0, 2, 4, 6, 8, 10, 11]);
    expect(labelled(12, 3)).toEqual([0, 4, 8, 11]);
    expect(labelled(1, 3)).toEqual([0]);
    expect(labelled(0, 3)).toEqual([]);
  });

  it("have gaps where there is no value", () => {
    expect(linePath([[0, 1], null, [2, 3], [4, 5]])).toBe("M0 1M2 3L4 5");
  });
});

describe("a chart without figures", () => {
  const one = (...values: (number | null)[]) => [{ name: "Calls", values }];

  it("is told from one that shows nothing but zeros", () => {
    expect(isEmpty([])).toBe(true);
    expect(isEmpty(one(null, null))).toBe(true);
    expect(isEmpty(one(0, null))).toBe(false);
    expect(isEmpty(one(0, null), true)).toBe(true);
    expect(isEmpty(one(0, 3), true)).toBe(false);
  });
});
