import type { Sort } from "@plexica/ui";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { before, changed, readList, sortOf, sortText, type ListState } from "../logic/urlState";

export interface List extends ListState {
  order: Sort | null;
  change(change: Record<string, string | number | null>): void;
  onSort(sort: Sort): void;
  /** Whether anything narrows it. */
  isFiltered: boolean;
  clear(): void;
  /** For the foot of a table that shows a page of so many in all. */
  pagination(size: number, shown: number, total: number): Paging | undefined;
}

export interface Paging {
  from: number;
  to: number;
  total: number;
  onPrevious?: () => void;
  onBeyond?: () => void;
  onNext?: () => void;
}

/** What a list shows is in the address, so that it can be shared and gone back to. */
export function useList(filters: readonly string[], usual = ""): List {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readList(search, filters, usual), [search, filters, usual]);
  const change = useCallback(
    (next: Record<string, string | number | null>) => {
      setSearch((present) => changed(present, next), { replace: !("page" in next) });
    },
    [setSearch],
  );
  const { page } = state;
  return {
    ...state,
    order: sortOf(state.sort),
    change,
    onSort: (sort) => change({ sort: sortText(sort) }),
    isFiltered: state.q !== "" || Object.values(state.filters).some((value) => value !== ""),
    clear: () => change(Object.fromEntries(["q", ...filters].map((name) => [name, null]))),
    pagination: (size, shown, total) =>
      total <= size && page === 0
        ? undefined
        : {
            from: shown === 0 ? 0 : page * size + 1,
            to: shown === 0 ? 0 : page * size + shown,
            total,
            ...(page > 0
              ? {
                  onPrevious: () => change({ page: before(page, size, total) }),
                  onBeyond: () =>
                    setSearch((present) => changed(present, { page: before(page, size, total) }), { replace: true }),
                }
              : {}),
            ...((page + 1) * size < total ? { onNext: () => change({ page: page + 1 }) } : {}),
          },
  };
}
