import type { PageHeadOptions } from "@plexica/plugin-api";

/** What a page wants above itself. Who draws it is told of changes; the page itself is not drawn again for them. */
export interface Head {
  set(head: PageHeadOptions | null): void;
  get(): PageHeadOptions | null;
  subscribe(listener: () => void): () => void;
}

export function createHead(): Head {
  let head: PageHeadOptions | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => head,
    set(next) {
      if (next === head) return;
      head = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
