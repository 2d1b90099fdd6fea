import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem, Theme } from "@plexica/api-client";
import { useState } from "react";
import { changedFields, clashes, draftOf, patchesOf, rebased } from "../model/draft";
import type { Draft, Settings } from "../model/draft";
import { MERGES } from "../model/merges";

interface Base {
  draft: Draft;
  etag: string | null;
}

/** Settings and theme as one form: what is changed of which, and what to do when somebody else was faster. */
export function useGeneral(start: Draft, etag: string | null) {
  const { api } = usePlatform();
  const again = useInvalidate();
  const [base, setBase] = useState<Base>({ draft: start, etag });
  const [draft, setDraft] = useState(start);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<Base | null>(null);
  const changed = changedFields(base.draft, draft);

  // What others have saved is taken over at once where nothing has been typed.
  if (changed.length === 0 && etag !== base.etag && !busy && etag !== null && theirs === null && isNewer(etag, base)) {
    setBase({ draft: start, etag });
    setDraft(start);
  }

  const read = async (): Promise<Base> => {
    const settings = await api.call<Settings>("GET", "/settings");
    const theme = await api.call<Theme>("GET", "/settings/theme");
    return { draft: draftOf(settings.data, theme.data), etag: settings.etag };
  };
  const send = async (from: Base, wanted: Draft): Promise<void> => {
    const patches = patchesOf(from.draft, wanted);
    let tag = from.etag;
    if (patches.settings) {
      tag = (await api.call("PATCH", "/settings", { body: patches.settings, ifMatch: tag })).etag;
    }
    if (patches.theme) {
      tag = (await api.call("PATCH", "/settings/theme", { body: patches.theme, ifMatch: tag })).etag;
    }
    setBase({ draft: wanted, etag: tag });
  };
  /** Where both have changed different things, both stay; where the same, it is asked which. */
  const settle = async (from: Base, wanted: Draft, merges: number): Promise<boolean> => {
    const now = await read();
    const merged = rebased(from.draft, wanted, now.draft);
    // What was typed while it was being saved stays.
    setDraft((typed) => rebased(wanted, typed, merged));
    if (clashes(from.draft, wanted, now.draft).length === 0 && merges < MERGES) {
      return sendOrSettle(now, merged, merges + 1);
    }
    setTheirs(now);
    return false;
  };
  const sendOrSettle = async (from: Base, wanted: Draft, merges = 0): Promise<boolean> => {
    try {
      await send(from, wanted);
    } catch (error) {
      if (!isProblem(error, "precondition-failed")) throw error;
      return settle(from, wanted, merges);
    }
    await again("/settings", "/auth/me", "/tenants");
    return true;
  };
  const save = async (from: Base = base, wanted: Draft = draft): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      return await sendOrSettle(from, wanted);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    base: base.draft,
    draft,
    changed,
    busy,
    problem,
    theirs: theirs?.draft ?? null,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    discard: () => {
      setDraft(base.draft);
      setProblem(null);
    },
    save: () => save(),
    /** Keeps what was typed, on top of what is there now. */
    keepMine: async (): Promise<boolean> => {
      if (!theirs) return false;
      setBase(theirs);
      setTheirs(null);
      return save(theirs);
    },
    keepTheirs: () => {
      if (!theirs) return;
      setBase(theirs);
      setDraft(theirs.draft);
      setTheirs(null);
    },
    decideLater: () => setTheirs(null),
  };
}

function isNewer(etag: string, base: Base): boolean {
  const version = (tag: string | null): number => Number(/\d+/.exec(tag ?? "")?.[0] ?? 0);
  return version(etag) > version(base.etag);
}
