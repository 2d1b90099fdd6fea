import { expect, test, vi } from "vitest";
import { paging, readSort, writeSort } from "./listing";

test("an order survives the address", () => {
  for (const text of ["name", "-updatedAt"])
    expect(writeSort(readSort(text))).toBe(text);
});

test("a page knows its neighbours, and people count from one", () => {
  const go = vi.fn();
  const page = (number: number, count: number) => ({
    items: Array<number>(count).fill(0),
    page: number,
    size: 25,
    total: 60,
  });
  expect(paging({ ...page(0, 25), total: 25 }, go)).toBeUndefined();

  const middle = paging(page(1, 25), go);
  expect(middle).toMatchObject({ from: 26, to: 50, total: 60 });
  middle?.onPrevious?.();
  middle?.onNext?.();
  expect(go.mock.calls).toEqual([[null], ["3"]]);
  expect(paging(page(2, 10), go)?.onNext).toBeUndefined();

  const beyond = paging(page(9, 0), go);
  expect(beyond).toMatchObject({ from: 0, to: 0, total: 60 });
  beyond?.onPrevious?.();
  expect(go).toHaveBeenLastCalledWith("3");
});
