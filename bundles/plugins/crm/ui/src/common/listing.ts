import type { Page } from "@plexica/plugin-api";
import type { PaginationProps, Sort } from "@plexica/ui";

/** `-name` as endpoints and addresses write it. */
export function readSort(text: string): Sort {
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" };
}

export function writeSort({ column, direction }: Sort): string {
  return direction === "descending" ? `-${column}` : column;
}

/** Where a page stands in its list, and the way to its neighbours; nothing where there is only one. */
export function paging<T>(
  list: Page<T> | undefined,
  go: (page: string | null) => void,
): PaginationProps | undefined {
  if (!list || (list.total <= list.size && list.page === 0)) return undefined;
  const { page, size, total, items } = list;
  const from = page * size;
  // People count from one; from beyond the last page it is the last.
  const before = Math.min(page, Math.ceil(total / size));
  return {
    from: items.length === 0 ? 0 : from + 1,
    to: items.length === 0 ? 0 : from + items.length,
    total,
    onPrevious:
      page > 0 ? () => go(before > 1 ? String(before) : null) : undefined,
    onNext:
      from + items.length < total ? () => go(String(page + 2)) : undefined,
  };
}
