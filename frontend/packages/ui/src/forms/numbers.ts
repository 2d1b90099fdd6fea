/** Reads what people type: "1,5" and "1.5" are one and a half; nothing is null; no number is NaN. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(/\s/g, "");
  if (trimmed === "") return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(trimmed)) return NaN;
  return Number(trimmed.replace(",", "."));
}
