interface Entry {
  dialog: HTMLDialogElement;
  /** Nothing else is to be seen beside it. */
  alone: boolean;
  /** What had the focus when it had to make way. */
  focus?: HTMLElement | undefined;
}

let open: readonly Entry[] = [];
const listeners = new Set<() => void>();

/** The one that stands alone, else the last. */
function top(): Entry | undefined {
  return open.findLast((one) => one.alone) ?? open.at(-1);
}

function show(entry: Entry): void {
  const { dialog, focus } = entry;
  if (dialog.open) return;
  if (typeof dialog.showModal === "function") dialog.showModal();
  else dialog.setAttribute("open", "");
  focus?.focus();
}

function hide(entry: Entry): void {
  const { dialog } = entry;
  if (!dialog.open) return;
  const focused = document.activeElement;
  entry.focus = focused instanceof HTMLElement && dialog.contains(focused) ? focused : undefined;
  if (typeof dialog.close === "function") dialog.close();
  else dialog.removeAttribute("open");
}

function change(next: readonly Entry[]): void {
  open = next;
  const only = top();
  open.filter((one) => only?.alone && one !== only).forEach(hide);
  open.filter((one) => !only?.alone || one === only).forEach(show);
  listeners.forEach((listener) => listener());
}

/**
 * Shows a dialog above everything, until what is returned is called.
 *
 * @param alone whether the others make way for it: they are hidden as they are, and come back after it
 */
export function enterTopLayer(dialog: HTMLDialogElement, alone = false): () => void {
  const entry: Entry = { dialog, alone };
  change([...open, entry]);
  return () => {
    change(open.filter((one) => one !== entry));
    hide(entry);
  };
}

/** The dialog above everything: what is not within it is neither heard nor can it be used. Null where there is none. */
export function topLayer(): HTMLElement | null {
  return top()?.dialog ?? null;
}

/** Calls at once when there is another one, while the one before is still in its place. */
export function onTopLayer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
