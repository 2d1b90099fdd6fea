import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Answer, Problem } from "@plexica/api-client";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import type { Resource } from "./resource";

export interface Save<V, D> {
  busy: boolean;
  problem: Problem | null;
  /** What somebody else has saved meanwhile. */
  conflict: Answer<V> | null;
  settle(): void;
  /** Saves; over what somebody else has saved only where that was seen and is handed in. */
  send(draft: D, over?: Answer<V> | null): Promise<void>;
}

/** Saves on top of the version that was read; where somebody else was first, their version is fetched to choose from. */
export function useSave<V extends { id: string }, D extends { name: string }>(
  kind: Resource<V, D>,
  one: V | undefined,
  etag: string | null,
  before: D,
): Save<V, D> {
  const t = useT("access");
  const { api } = usePlatform();
  const again = useInvalidate();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Answer<V> | null>(null);

  const refresh = () => again(kind.path, "/authorization/check", "/audit-log", ...kind.touches);
  const put = (id: string, draft: D, ifMatch: string | null) =>
    api.call<V>(kind.method, `${kind.path}/${id}`, { body: kind.bodyOf(draft), ifMatch });
  const write = async (draft: D, over: Answer<V> | null): Promise<() => Promise<unknown>> => {
    if (one) {
      const saved = await put(one.id, draft, over ? over.etag : etag);
      // Back to what was there, and only as long as nobody has saved again.
      return () => put(one.id, over ? kind.draftOf(over.data) : before, saved.etag);
    }
    const made = await api.post<V>(kind.path, kind.bodyOf(draft));
    return () => api.delete(`${kind.path}/${made.id}`);
  };
  const send = async (draft: D, over: Answer<V> | null = null): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setConflict(null);
    try {
      const back = await write(draft, over);
      const text = t(one ? kind.saved : kind.created, { name: draft.name.trim() });
      notify({ text, undo: () => back().then(refresh) });
      await refresh();
      void navigate(kind.page);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      // Where not even that can be read, the refusal is what is said.
      if (error.code === "precondition-failed" && one)
        await api.call<V>("GET", `${kind.path}/${one.id}`).then(setConflict, () => {});
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, conflict, settle: () => (setConflict(null), setProblem(null)), send };
}
