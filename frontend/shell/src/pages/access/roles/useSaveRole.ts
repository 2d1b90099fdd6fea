import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Answer, Problem } from "@plexica/api-client";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import type { RoleView } from "../model/views";
import { bodyOf } from "./draft";
import type { RoleDraft } from "./draft";

/** Saves a role, on top of the version that was read; where somebody else was first, their version is fetched to choose from. */
export function useSaveRole(role: RoleView | undefined, etag: string | null, before: RoleDraft) {
  const t = useT("access");
  const { api } = usePlatform();
  const again = useInvalidate();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Answer<RoleView> | null>(null);

  const refresh = () => again("/roles", "/authorization/check", "/auth/me", "/audit-log");
  const put = async (draft: RoleDraft, ifMatch: string | null | undefined): Promise<void> => {
    if (!role) {
      const made = await api.post<RoleView>("/roles", bodyOf(draft));
      notify({
        text: t("roleForm.created", { name: made.name }),
        undo: async () => {
          await api.delete(`/roles/${made.id}`);
          await refresh();
        },
      });
      return;
    }
    await api.patch(`/roles/${role.id}`, bodyOf(draft), { ifMatch: ifMatch ?? etag });
    notify({
      text: t("roleForm.saved", { name: draft.name }),
      undo: async () => {
        await api.patch(`/roles/${role.id}`, bodyOf(before));
        await refresh();
      },
    });
  };
  return {
    busy,
    problem,
    conflict,
    settle: () => (setConflict(null), setProblem(null)),
    async send(draft: RoleDraft, ifMatch?: string | null) {
      setBusy(true);
      setProblem(null);
      try {
        await put(draft, ifMatch);
        await refresh();
        void navigate("/manage/access");
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error);
        if (error.code === "precondition-failed" && role) {
          setConflict(await api.call<RoleView>("GET", `/roles/${role.id}`));
        }
      } finally {
        setBusy(false);
      }
    },
  };
}
