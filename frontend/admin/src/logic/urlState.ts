/** What a list shows, as its address says it. */
export interface ListState {
  page: number;
  sort: string;
  q: string;
  filters: Record<string, string>;
}

export function readList(search: URLSearchParams, filters: readonly string[], sort: string): ListState {
  const page = Number(search.get("page") ?? "1");
  return {
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
    sort: search.get("sort") ?? sort,
    q: search.get("q") ?? "",
    filters: Object.fromEntries(filters.map((name) => [name, search.get(name) ?? ""])),
  };
}

/** The address after a change; what is as usual is left out, and any change but of the page leads to the first page. */
export function changed(search: URLSearchParams, change: Record<string, string | number | null>): URLSearchParams {
  const next = new URLSearchParams(search);
  if (!("page" in change)) {
    next.delete("page");
  }
  for (const [name, value] of Object.entries(change)) {
    const text = name === "page" ? pageText(Number(value)) : String(value ?? "");
    if (text === "") {
      next.delete(name);
    } else {
      next.set(name, text);
    }
  }
  return next;
}

function pageText(page: number): string {
  return page <= 0 ? "" : String(page + 1);
}

/** The order in which a table shows its rows, from the text that the platform takes. */
export function sortOf(text: string): { column: string; direction: "ascending" | "descending" } | null {
  if (text === "") {
    return null;
  }
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" };
}

export function sortText(sort: { column: string; direction: "ascending" | "descending" }): string {
  return (sort.direction === "descending" ? "-" : "") + sort.column;
}

/** The page before another; the last one where that lies beyond it. */
export function before(page: number, size: number, total: number): number {
  return Math.max(0, Math.min(page, Math.ceil(total / size)) - 1);
}
