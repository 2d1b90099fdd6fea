import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Banner, Button, Dialog } from "@plexica/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFeedback } from "../../../common/Feedback";
import { useGone } from "../../../common/useGone";
import { useT } from "../../../i18n/useT";
import type { RoleView } from "../model/views";
import { useHeads } from "../useRights";
import type { Names } from "../useRights";
import { bodyOf, draftOf } from "./draft";

interface DeleteRoleProps {
  role: RoleView;
  etag: string | null;
  names: Names;
  onClose(): void;
}

/** Says whom it touches, deletes, and can take it back. A role that is held stays: its holders are named. */
export function DeleteRole({ role, etag, names, onClose }: DeleteRoleProps) {
  const t = useT("access");
  const { api } = usePlatform();
  const again = useInvalidate();
  const gone = useGone();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const people = useHeads([role.name]).get(role.name);
  const name = names.role(role.name);

  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.delete(`/roles/${role.id}`, { ifMatch: etag });
      notify({
        text: t("deleteRole.done", { name }),
        undo: async () => {
          await api.post("/roles", bodyOf(draftOf(role)));
          await again("/roles");
        },
      });
      await navigate("/manage/access");
      await gone("/roles", "/audit-log");
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("deleteRole.title", { name })}
      description={people ? t("deleteRole.held", { count: people }) : t("deleteRole.text")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="danger"
            busy={busy}
            disabledReason={people ? t("deleteRole.held", { count: people }) : undefined}
            onClick={() => void remove()}
          >
            {t("deleteRole.confirm", { name })}
          </Button>
        </>
      }
    >
      {problem && (
        <Banner tone="bad" urgent title={problem.detail}>
          {(problem.document.dependants ?? []).join(", ")} {problem.traceId && <code>{problem.traceId}</code>}
        </Banner>
      )}
    </Dialog>
  );
}
