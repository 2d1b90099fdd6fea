import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, in figures of one width. */
  numeric?: boolean;
  sortable?: boolean;
  /** What rows are ordered by where the table sorts by itself; the cell's text where left out. */
  sortValue?: (row: Row) => string | number | null | undefined;
  /** A CSS width, where the content must not decide. */
  width?: string;
  /** Said, not shown: for a column of actions. */
  hideHeader?: boolean;
  /** Left out of the card that a row becomes on a phone. */
  hideOnPhone?: boolean;
  /** The width below which the table does without it, so that nothing of the others is cut: as beside a panel. */
  from?: number;
}

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

/** What a click on a header asks for: ascending, then descending, then back. */
export function nextSort(sort: Sort | null | undefined, column: string): Sort {
  return sort?.column === column && sort.direction === "ascending"
    ? { column, direction: "descending" }
    : { column, direction: "ascending" };
}

/** Orders rows without touching them; what has no value comes last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = sort && columns.find((one) => one.id === sort.column);
  if (!sort || !column) return rows;
  const value = (row: Row) => {
    const own = column.sortValue ? column.sortValue(row) : column.cell(row);
    return typeof own === "number" || typeof own === "string" ? own : null;
  };
  const sign = sort.direction === "ascending" ? 1 : -1;
  return rows
    .map((row, at) => ({ row, at, value: value(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null) || one.at - other.at;
      }
      return sign * compare(one.value, other.value) || one.at - other.at;
    })
    .map(({ row }) => row);
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true, sensitivity: "base" });
}
