import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Banner, Button, Dialog } from "@plexica/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useGone } from "../../../common/useGone";
import { useT } from "../../../i18n/useT";
import { capital, policySentence } from "../model/sentence";
import type { Speech } from "../model/sentence";
import type { PolicyView } from "../model/views";
import { bodyOf, draftOf } from "./draft";

interface DeletePolicyProps {
  policy: PolicyView;
  etag: string | null;
  speech: Speech;
  onClose(): void;
}

/** Says what no longer holds without it, deletes, and can take it back. */
export function DeletePolicy({ policy, etag, speech, onClose }: DeletePolicyProps) {
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
      await api.delete(`/policies/${policy.id}`, { ifMatch: etag });
      notify({
        text: t("deletePolicy.done", { name: policy.name }),
        undo: () => api.post("/policies", bodyOf(draftOf(policy))).then(() => again("/policies")),
      });
      await navigate("/manage/access?tab=policies");
      await gone("/policies", "/audit-log");
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("deletePolicy.title", { name: policy.name })}
      description={t(`deletePolicy.text.${policy.effect}`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            {t("deletePolicy.confirm", { name: policy.name })}
          </Button>
        </>
      }
    >
      <p>{capital(policySentence(speech, policy))}</p>
      {problem && (
        <Banner tone="bad" urgent title={problem.detail}>
          {problem.traceId && <code>{problem.traceId}</code>}
        </Banner>
      )}
    </Dialog>
  );
}
