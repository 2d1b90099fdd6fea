import { Skeleton } from "../feedback/Skeleton";
import type { Column } from "./columns";

const WIDTHS = ["72%", "54%", "64%", "48%", "60%"];

/** Rows in their final shape, without words. */
export function TableSkeleton<Row>({
  columns,
  rows,
  actions,
}: {
  columns: readonly Column<Row>[];
  rows: number;
  actions: boolean;
}) {
  return Array.from({ length: rows }, (_, at) => (
    <tr role="row" key={at}>
      {columns.map((column, place) => (
        <td role="cell" key={column.id} className={column.numeric ? "px-table__number" : undefined}>
          <Skeleton height={12} width={column.numeric ? 40 : WIDTHS[(at + place) % WIDTHS.length]} />
        </td>
      ))}
      {actions && <td role="cell" />}
    </tr>
  ));
}
