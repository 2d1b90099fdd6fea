import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Answer, Problem } from "@plexica/api-client";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import type { PolicyView } from "../model/views";
import { bodyOf } from "./draft";
import type { PolicyDraft } from "./draft";

const LIST = "/manage/access?tab=policies";

/** Saves a policy, on top of the version that was read; where somebody else was first, their version is fetched to choose from. */
export function useSavePolicy(policy: PolicyView | undefined, etag: string | null, before: PolicyDraft) {
  const t = useT("access");
  const { api } = usePlatform();
  const again = useInvalidate();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Answer<PolicyView> | null>(null);

  const refresh = () => again("/policies", "/authorization/check", "/audit-log");
  const put = async (draft: PolicyDraft, ifMatch: string | null | undefined): Promise<() => Promise<unknown>> => {
    if (!policy) {
      const made = await api.post<PolicyView>("/policies", bodyOf(draft));
      return () => api.delete(`/policies/${made.id}`);
    }
    await api.put(`/policies/${policy.id}`, bodyOf(draft), { ifMatch: ifMatch ?? etag });
    return () => api.put(`/policies/${policy.id}`, bodyOf(before));
  };
  return {
    busy,
    problem,
    conflict,
    settle: () => (setConflict(null), setProblem(null)),
    async send(draft: PolicyDraft, ifMatch?: string | null) {
      setBusy(true);
      setProblem(null);
      try {
        const back = await put(draft, ifMatch);
        notify({ text: t("policyForm.saved", { name: draft.name }), undo: () => back().then(refresh) });
        await refresh();
        void navigate(LIST);
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error);
        if (error.code === "precondition-failed" && policy) {
          setConflict(await api.call<PolicyView>("GET", `/policies/${policy.id}`));
        }
      } finally {
        setBusy(false);
      }
    },
  };
}
