import type { Sort } from "@plexica/ui";

/** What a list is narrowed to, as the address has it. */
export type Values<Name extends string> = Record<Name, string>;

export function readValues<Name extends string>(params: URLSearchParams, usual: Values<Name>): Values<Name> {
  const names = Object.keys(usual) as Name[];
  return Object.fromEntries(names.map((name) => [name, params.get(name) ?? usual[name]])) as Values<Name>;
}

/** The address after a change: what is usual stays out of it, and another question begins on its first page. */
export function changed<Name extends string>(
  params: URLSearchParams,
  usual: Values<Name>,
  change: Partial<Values<Name>>,
): URLSearchParams {
  const after = new URLSearchParams(params);
  if (!("page" in change)) after.delete("page");
  for (const [name, value] of Object.entries(change) as [Name, string][]) {
    if (value === usual[name]) after.delete(name);
    else after.set(name, value);
  }
  return after;
}

/** `-lastSeenAt` is descending, as the platform writes it. */
export function sortOf(text: string): Sort {
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" };
}

export function sortText({ column, direction }: Sort): string {
  return direction === "descending" ? `-${column}` : column;
}

/** Which page of the address is meant; what is no number is the first. */
export function pageOf(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? "") ? Number(text) : 0;
}

/** The page before another; the last one where that lies beyond it. */
export function pageBefore(page: number, size: number, total: number): number {
  return Math.max(0, Math.min(page, Math.ceil(total / size)) - 1);
}
