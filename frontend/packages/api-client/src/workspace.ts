import type { Boot } from "./boot";

/** The workspace that somebody works in: each tab has its own, and a new tab begins where the last choice was made. */
export interface WorkspaceChoice {
  /** Its id; undefined for the default one. */
  current(): string | undefined;
  choose(id: string | undefined): void;
  subscribe(listener: () => void): () => void;
}

export function createChoice(boot: Boot): WorkspaceChoice {
  const key = `plexica.${boot.tenant ?? "platform"}.workspace`;
  const listeners = new Set<() => void>();
  let chosen = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? undefined;
  return {
    current: () => chosen,
    choose(id) {
      if (id === chosen) return;
      chosen = id;
      for (const store of [sessionStorage, localStorage]) {
        if (id) store.setItem(key, id);
        else store.removeItem(key);
      }
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
