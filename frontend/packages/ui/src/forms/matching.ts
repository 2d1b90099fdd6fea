import type { ReactNode } from "react";

export interface ComboboxOption {
  value: string;
  label: string;
  description?: string | undefined;
  /** An Avatar or IconTile of 20. */
  icon?: ReactNode;
}

/** Those whose label or description holds every word typed, letters with accents as without. */
export function matching(options: readonly ComboboxOption[], text: string): readonly ComboboxOption[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter((option) => {
    const hay = plain(`${option.label} ${option.description ?? ""}`);
    return words.every((word) => hay.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
