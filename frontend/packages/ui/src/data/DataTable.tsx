import { useEffect, useRef, type ReactNode } from "react";
import { cx } from "../cx";
import { useWaiting } from "../feedback/useWaiting";
import { EmptyState } from "../feedback/EmptyState";
import { StillWaiting } from "../feedback/StillWaiting";
import { useTexts } from "../texts/TextsProvider";
import { useWidth } from "../hooks/useWidth";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import type { Column, Sort } from "./columns";
import { moveInRows } from "./moveInRows";
import { Pagination, type PaginationProps } from "./Pagination";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { TableSkeleton } from "./TableSkeleton";
import "./DataTable.css";
import "./cards.css";

export interface DataTableProps<Row> {
  /** Names the table for a screen reader. */
  label: string;
  /** Seven at most; the first names the row and carries its link. */
  columns: readonly Column<Row>[];
  /** `undefined` while they are on their way; old rows stay during a refresh. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where a row leads: the one link a row has. */
  rowHref?: ((row: Row) => string | undefined) | undefined;
  /** Instead of a link: opens the row in the side panel. */
  onOpen?: ((row: Row) => void) | undefined;
  /** The row whose panel is open. */
  selectedKey?: string | null | undefined;
  sort?: Sort | null | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  /** A menu at the end of a row. */
  rowActions?: ((row: Row) => ReactNode) | undefined;
  /** Shown in place of the rows when they could not be loaded: a ProblemView. */
  problem?: ReactNode;
  /** Shown when there are none: an EmptyState. */
  empty?: ReactNode;
  onRetry?: (() => void) | undefined;
  skeletonRows?: number | undefined;
  density?: "roomy" | "medium" | "compact" | undefined;
  /** How many came since: offered, never pushed in. */
  newRows?: number | undefined;
  onShowNew?: (() => void) | undefined;
  pagination?: PaginationProps | undefined;
  /** Without border: inside a flush Card. */
  bare?: boolean | undefined;
  /** Said, not shown: a list that needs no column names. */
  hideHead?: boolean | undefined;
}

/** What a column needs; with less for each, rows are cards. */
const ROOM = 88;

/** One link a row, numbers right, arrows between rows, cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, sort, density = "roomy", newRows = 0 } = props;
  const texts = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const [box, width] = useWidth<HTMLDivElement>(1024);
  const fitting = props.columns.filter(({ from = 0 }) => width >= from);
  const cards = width < Math.max(400, ROOM * fitting.length);
  const columns = cards ? props.columns : fitting;
  const waiting = useWaiting(rows === undefined && !props.problem);
  const showsRows = !props.problem && rows !== undefined && rows.length > 0;
  const { pagination } = props;
  // A page beyond the last: its only row has gone, or somebody has typed its number.
  useEffect(() => {
    if (rows?.length === 0 && pagination?.total) (pagination.onBeyond ?? pagination.onPrevious)?.();
  }, [rows]);
  return (
    <div ref={box} className={cx("px-table", cards && "px-table--cards", cards && props.hideHead && "px-table--list")}>
      {newRows > 0 && (
        <button type="button" className="px-table__new" onClick={props.onShowNew}>
          {texts.newRows(newRows)}
        </button>
      )}
      <div className={cx("px-table__box", props.bare && "px-table__box--bare")}>
        <table
          className={`px-table__grid px-table__grid--${density}`}
          aria-label={label}
          role="table"
          aria-busy={rows === undefined && !props.problem}
        >
          <TableHead
            columns={columns}
            sort={sort}
            onSort={props.onSort}
            actions={props.rowActions !== undefined}
            hidden={props.hideHead}
          />
          {showsRows && (
            <tbody role="rowgroup" ref={body} onKeyDown={(event) => moveInRows(event, body.current)}>
              {rows.map((row) => (
                <TableRow
                  key={rowKey(row)}
                  row={row}
                  columns={columns}
                  href={props.rowHref?.(row)}
                  onOpen={props.onOpen}
                  selected={props.selectedKey === rowKey(row)}
                  actions={props.rowActions}
                />
              ))}
            </tbody>
          )}
          {!props.problem && rows === undefined && (
            <tbody role="rowgroup" aria-hidden="true" className={waiting === "quiet" ? "px-skeleton-quiet" : undefined}>
              <TableSkeleton
                columns={columns}
                rows={props.skeletonRows ?? 6}
                actions={props.rowActions !== undefined}
              />
            </tbody>
          )}
        </table>
        {waiting === "long" && <StillWaiting onRetry={props.onRetry} />}
        {props.problem && <div className="px-table__instead">{props.problem}</div>}
        {!props.problem && rows?.length === 0 && (
          <div className="px-table__instead">{props.empty ?? <EmptyState title={texts.nothingFound} />}</div>
        )}
      </div>
      {sort && (
        <VisuallyHidden>
          <span aria-live="polite">
            {texts.sortedBy(columns.find((one) => one.id === sort.column)?.header ?? "", sort.direction)}
          </span>
        </VisuallyHidden>
      )}
      {pagination && <Pagination {...pagination} />}
    </div>
  );
}
