/** How often each contribution has crashed since the page was opened. After three times it stays closed until somebody tries again. */
const MOST = 3;

const counts = new Map<string, number>();
const listeners = new Set<() => void>();

function tell(): void {
  listeners.forEach((listener) => listener());
}

export const crashes = {
  note(id: string): void {
    counts.set(id, (counts.get(id) ?? 0) + 1);
    tell();
  },
  /** Somebody wants to see it nevertheless: it may crash once more before it is closed again. */
  forgive(id: string): void {
    const count = counts.get(id) ?? 0;
    if (count >= MOST) counts.set(id, MOST - 1);
    tell();
  },
  /** It works again. */
  clear(id: string): void {
    if (counts.delete(id)) tell();
  },
  closed: (id: string): boolean => (counts.get(id) ?? 0) >= MOST,
  /** Whether anything of a plugin has crashed and not recovered. */
  has: (plugin: string): boolean => [...counts.keys()].some((id) => id.startsWith(plugin + "/")),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
