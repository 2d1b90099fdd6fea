import type { PaginationProps, Sort } from "@plexica/ui";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { changed, pageBefore, pageOf, readValues, sortOf, sortText } from "./listState";
import type { Values } from "./listState";

export const SIZE = 25;

export interface ListState<Name extends string> {
  values: Values<Name>;
  page: number;
  sort: Sort;
  onSort(sort: Sort): void;
  change(change: Partial<Values<Name>>): void;
  /** Whether anything but order and page is not as usual. */
  narrowed: boolean;
  clear(): void;
  pagination(shown: number, total: number): PaginationProps | undefined;
}

/** What a list of the platform shows is in the address. `usual` must be the same from one drawing to the next. */
export function useListState<Name extends string>(usual: Values<Name | "sort">): ListState<Name | "sort" | "page"> {
  type Known = Name | "sort" | "page";
  const [params, setParams] = useSearchParams();
  const all = useMemo(() => ({ page: "0", ...usual }) as Values<Known>, [usual]);
  const values = useMemo(() => readValues(params, all), [params, all]);
  const change = useCallback(
    (next: Partial<Values<Known>>) => setParams((before) => changed(before, all, next), { replace: !("page" in next) }),
    [setParams, all],
  );
  const page = pageOf(values.page);
  const turn = (to: number, replace = false) =>
    setParams((before) => changed(before, all, { page: String(to) } as Partial<Values<Known>>), { replace });
  const filters = Object.keys(usual).filter((name) => name !== "sort") as Known[];
  return {
    values,
    page,
    sort: sortOf(values.sort),
    onSort: (sort) => change({ sort: sortText(sort) } as Partial<Values<Known>>),
    change,
    narrowed: filters.some((name) => values[name] !== all[name]),
    clear: () => change(Object.fromEntries(filters.map((name) => [name, all[name]])) as Partial<Values<Known>>),
    pagination: (shown, total) =>
      total <= SIZE && page === 0
        ? undefined
        : {
            from: shown === 0 ? 0 : page * SIZE + 1,
            to: shown === 0 ? 0 : page * SIZE + shown,
            total,
            onPrevious: page > 0 ? () => turn(pageBefore(page, SIZE, total)) : undefined,
            onBeyond: page > 0 ? () => turn(pageBefore(page, SIZE, total), true) : undefined,
            onNext: (page + 1) * SIZE < total ? () => turn(page + 1) : undefined,
          },
  };
}
