import { usePlexica } from "@plexica/plugin-api";
import { useCallback } from "react";

/** The part of the address that is the page's own: `/42?tab=deals`. */
export interface Address {
  /** What stands between the slashes. */
  segments: string[];
  words: URLSearchParams;
  /** Changes words of it; an empty one is left out. */
  set(words: Record<string, string | null>, options?: { push?: boolean }): void;
}

/**
 * @param page the page's own path below the plugin's prefix
 */
export function useAddress(page: string): Address {
  const { path, navigate } = usePlexica();
  const [way = "", search = ""] = path.split("?", 2);
  const set = useCallback(
    (words: Record<string, string | null>, { push = false } = {}) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(words)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const text = next.toString();
      navigate(page + way + (text && `?${text}`), { replace: !push });
    },
    [page, way, search, navigate],
  );
  return {
    segments: way.split("/").filter(Boolean).map(decode),
    words: new URLSearchParams(search),
    set,
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
