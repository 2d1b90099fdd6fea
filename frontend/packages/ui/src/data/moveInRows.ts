import type { KeyboardEvent } from "react";

/** Up, down, Home and End go from row to row, by each row's first thing to press. */
export function moveInRows(event: KeyboardEvent, body: HTMLElement | null): void {
  if (!body || !(event.target instanceof HTMLElement) || /^(input|select|textarea)$/i.test(event.target.tagName))
    return;
  const rows = [...body.querySelectorAll<HTMLElement>(":scope > tr")];
  const at = rows.findIndex((row) => row.contains(event.target as Node));
  const to = destination(event.key, at, rows.length);
  if (at < 0 || to === null) return;
  event.preventDefault();
  const pressable = "a[href], button";
  const column = (event.target as HTMLElement).closest("td, th")?.getAttribute("data-column");
  const row = rows[to];
  const same = [...(row?.children ?? [])].find((cell) => cell.getAttribute("data-column") === column);
  (same?.querySelector<HTMLElement>(pressable) ?? row?.querySelector<HTMLElement>(pressable))?.focus();
}

function destination(key: string, at: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
