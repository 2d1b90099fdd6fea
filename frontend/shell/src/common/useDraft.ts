import { useState } from "react";

export interface Draft<T> {
  value: T;
  set(value: T): void;
  /** What typing began with, and the version of it. */
  base: T;
  etag: string | null;
  dirty: boolean;
  /** Begins anew with what has been saved, as the platform has answered it; what was typed since stays. */
  keep(saved: T, etag: string | null): void;
  /** Forgets what was typed, and shows what is read. */
  drop(): void;
}

/**
 * What is typed on top of what was read. As long as nothing is typed, what is read anew is shown; from then on the version stays
 * the one that typing began with, so that what somebody else saves of it meanwhile is refused as stale rather than undone unseen.
 */
export function useDraft<T>(read: T, etag: string | null, isSame: (one: T, other: T) => boolean = isEqual): Draft<T> {
  const [base, setBase] = useState({ value: read, etag });
  const [value, set] = useState(read);
  // What was read last, and whether it waits until nothing is typed any more.
  const [last, setLast] = useState({ value: read, etag, waits: false });
  const dirty = !isSame(value, base.value);
  const isNew = etag !== last.etag || !isSame(read, last.value);
  if (isNew || (last.waits && !dirty)) {
    const waits = dirty && !isSame(read, base.value) && !isSame(read, value);
    setLast({ value: read, etag, waits });
    if (!waits) setBase({ value: read, etag });
    if (!dirty) set(read);
  }
  return {
    value,
    set,
    base: base.value,
    etag: base.etag,
    dirty,
    keep: (saved, version) => {
      setBase({ value: saved, etag: version });
      set((now) => (isSame(now, value) ? saved : now));
      setLast((now) => ({ ...now, waits: false }));
    },
    drop: () => set(base.value),
  };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

/** The same whatever the order of its keys: the platform may answer in another than it was asked in. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
