import { useMemo, useState } from "react";
import { sortRows, type Column, type Sort } from "./columns";
import type { PaginationProps } from "./Pagination";

/** Sorting and paging of rows that are all here; what a server pages needs no hook. */
export function useLocalTable<Row>(
  rows: readonly Row[] | undefined,
  columns: readonly Column<Row>[],
  options: { pageSize?: number; sort?: Sort | null } = {},
) {
  const size = options.pageSize ?? 25;
  const [sort, setSort] = useState<Sort | null>(options.sort ?? null);
  const [wanted, setPage] = useState(0);
  const sorted = useMemo(() => rows && sortRows(rows, columns, sort), [rows, columns, sort]);
  const total = sorted?.length ?? 0;
  const page = Math.min(wanted, Math.max(0, Math.ceil(total / size) - 1));
  const pagination: PaginationProps = {
    from: total === 0 ? 0 : page * size + 1,
    to: Math.min(total, (page + 1) * size),
    total,
    onPrevious: page > 0 ? () => setPage(page - 1) : undefined,
    onNext: (page + 1) * size < total ? () => setPage(page + 1) : undefined,
  };
  return {
    rows: sorted?.slice(page * size, (page + 1) * size),
    sort,
    onSort: (next: Sort) => {
      setSort(next);
      setPage(0);
    },
    pagination: total > size ? pagination : undefined,
  };
}
