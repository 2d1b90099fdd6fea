import type { KeyboardEvent } from "react";

const STEPS: Record<string, readonly [column: number, row: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Goes from card to card: up and down within a stage, left and right to the nearest stage that has one. */
export function moveFocus(
  event: KeyboardEvent,
  board: HTMLElement | null,
): void {
  const step = STEPS[event.key];
  const here = document.activeElement;
  if (
    !step ||
    !board ||
    event.shiftKey ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey
  )
    return;
  if (!here?.classList.contains("crm-card")) return;
  const columns = [...board.children].map((column) => [
    ...column.querySelectorAll<HTMLElement>(".crm-card"),
  ]);
  let column = columns.findIndex((cards) =>
    cards.includes(here as HTMLElement),
  );
  const row = columns[column]?.indexOf(here as HTMLElement) ?? 0;
  do column += step[0];
  while (step[0] !== 0 && columns[column]?.length === 0);
  const cards = columns[column];
  if (!cards) return;
  event.preventDefault();
  cards[Math.min(cards.length - 1, Math.max(0, row + step[1]))]?.focus();
}
