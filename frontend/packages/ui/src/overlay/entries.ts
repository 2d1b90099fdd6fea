import type { IconType } from "../identity/Icon";

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconType | undefined;
  /** Leads somewhere instead of doing something. */
  to?: string | undefined;
  onSelect?: (() => void) | undefined;
  danger?: boolean | undefined;
  /** One of several, this one chosen: then items are radio items. */
  checked?: boolean | undefined;
  /** Below the label. */
  note?: string | undefined;
  /** Why it cannot be used now: shown in place of the note. */
  disabledReason?: string | undefined;
}

/** An item, or a line between groups. */
export type MenuEntry = MenuItem | "line";

/** Where a letter leads: the next item after `from` that begins with what was typed. */
export function typeahead(labels: readonly string[], typed: string, from: number): number {
  const wanted = typed.toLowerCase();
  for (let step = typed.length > 1 ? 0 : 1; step <= labels.length; step++) {
    const at = (from + step + labels.length) % labels.length;
    if (labels[at]?.toLowerCase().startsWith(wanted)) return at;
  }
  return from;
}
