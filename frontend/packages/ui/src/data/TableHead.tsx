import { ArrowDown, ArrowUp } from "lucide-react";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import { nextSort, type Column, type Sort } from "./columns";

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  actions: boolean;
  hidden: boolean | undefined;
}

export function TableHead<Row>({ columns, sort, onSort, actions, hidden }: TableHeadProps<Row>) {
  const texts = useTexts();
  return (
    <thead role="rowgroup" className={hidden ? "px-hidden" : undefined}>
      <tr role="row">
        {columns.map((column) => {
          const sorted = sort?.column === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              className={column.numeric ? "px-table__number" : undefined}
              style={column.width ? { width: column.width } : undefined}
              aria-sort={column.sortable && onSort ? (sorted ?? "none") : undefined}
            >
              {column.hideHeader ? (
                <VisuallyHidden>{column.header}</VisuallyHidden>
              ) : column.sortable && onSort ? (
                <button type="button" className="px-table__sort" onClick={() => onSort(nextSort(sort, column.id))}>
                  {column.header}
                  {sorted && <Icon of={sorted === "ascending" ? ArrowUp : ArrowDown} size={14} />}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
        {actions && (
          <th scope="col" role="columnheader" className="px-table__end">
            <VisuallyHidden>{texts.more}</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  );
}
