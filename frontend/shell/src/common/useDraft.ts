import { useState } from "react";

export interface Draft<T> {
  value: T;
  set(value: T): void;
  /** What typing began with, and the version of it. */
  base: T;
  etag: string | null;
  dirty: boolean;
  /** Takes what was typed for what is there now. */
  keep(): void;
  /** Forgets what was typed, and shows what is read. */
  drop(): void;
}

/**
 * What is typed on top of what was read. As long as nothing is typed, what is read anew is shown; from then on the version stays
 * the one that typing began with, so that what somebody else saves of it meanwhile is refused as stale rather than undone unseen.
 */
export function useDraft<T>(read: T, etag: string | null): Draft<T> {
  const [base, setBase] = useState({ value: read, etag });
  const [value, set] = useState(read);
  const dirty = !isSame(value, base.value);
  const moved = !isSame(read, base.value);
  if ((moved || etag !== base.etag) && !(moved && dirty)) {
    setBase({ value: read, etag });
    if (!dirty) set(read);
  }
  return {
    value,
    set,
    base: base.value,
    etag: base.etag,
    dirty,
    keep: () => setBase({ value, etag: base.etag }),
    drop: () => set(base.value),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
