import type { ReactNode } from "react";
import { cx } from "../cx";
import { Link } from "../links/Link";
import type { Column } from "./columns";

interface TableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | undefined;
  onOpen: ((row: Row) => void) | undefined;
  selected: boolean;
  actions: ((row: Row) => ReactNode) | undefined;
}

export function TableRow<Row>({ row, columns, href, onOpen, selected, actions }: TableRowProps<Row>) {
  const opens = href !== undefined || onOpen !== undefined;
  return (
    <tr
      role="row"
      className={cx(opens && "px-table__row--opens", selected && "px-table__row--selected")}
      aria-current={selected || undefined}
    >
      {columns.map((column, at) => {
        const content = column.cell(row);
        const shared = {
          "data-column": column.id,
          "data-label": column.hideHeader ? undefined : column.header,
          className:
            cx(column.numeric && "px-table__number", column.hideOnPhone && "px-table__cell--wide-only") || undefined,
        };
        if (at > 0) {
          return (
            <td key={column.id} role="cell" {...shared}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" role="rowheader" {...shared}>
            {href !== undefined ? (
              <Link to={href} look="plain" className="px-table__open">
                {content}
              </Link>
            ) : onOpen ? (
              <button type="button" className="px-table__open" aria-expanded={selected} onClick={() => onOpen(row)}>
                {content}
              </button>
            ) : (
              content
            )}
          </th>
        );
      })}
      {actions && (
        <td role="cell" className="px-table__end" data-column="actions">
          {actions(row)}
        </td>
      )}
    </tr>
  );
}
