import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Banner, Button, Dialog } from "@plexica/ui";
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useGone } from "../../../common/useGone";
import { useT } from "../../../i18n/useT";
import type { Resource } from "./resource";

interface DeleteDialogProps<V, D> {
  kind: Resource<V, D>;
  one: V;
  etag: string | null;
  title: string;
  text: string;
  confirm: string;
  done: string;
  /** Why it cannot be. */
  reason?: string | undefined;
  onClose(): void;
  children?: ReactNode;
}

/** Says what it means, deletes, and can take it back. */
export function DeleteDialog<V extends { id: string }, D>(props: DeleteDialogProps<V, D>) {
  const { kind, one, etag, title, text, confirm, done, reason, onClose, children } = props;
  const t = useT("access");
  const { api } = usePlatform();
  const again = useInvalidate();
  const gone = useGone();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.delete(`${kind.path}/${one.id}`, { ifMatch: etag });
      const undo = () => api.post(kind.path, kind.bodyOf(kind.draftOf(one))).then(() => again(kind.path));
      notify({ text: done, undo });
      await navigate(kind.page);
      await gone(kind.path, "/audit-log");
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      description={text}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" busy={busy} disabledReason={reason} onClick={() => void remove()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <Banner tone="bad" urgent title={problem.detail}>
          {(problem.document.dependants ?? []).join(", ")} {problem.traceId && <code>{problem.traceId}</code>}
        </Banner>
      )}
    </Dialog>
  );
}
