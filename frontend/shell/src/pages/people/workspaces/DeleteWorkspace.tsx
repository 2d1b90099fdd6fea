import { useSend } from "@plexica/api-client";
import { Button, Card, ConfirmByTyping, Dialog, ProblemView, Stack } from "@plexica/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { conflictOf } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { useGone } from "../../../common/useGone";
import { useRefusal } from "../common/useRefusal";
import type { Workspace } from "../model/views";

/** Deletes a workspace. The platform says what would be lost with it; only then its slug is asked for. */
export function DeleteWorkspace({ workspace }: { workspace: Workspace }) {
  const t = useT("people");
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { notify } = useFeedback();
  const send = useSend();
  const gone = useGone();
  const [open, setOpen] = useState(false);
  const lost = conflictOf(send.error) === "dependants" ? (send.error?.document.dependants ?? []) : [];

  const remove = async (force: boolean): Promise<void> => {
    await send.mutateAsync({ method: "DELETE", path: `/workspaces/${workspace.id}`, query: { force } });
    notify({ text: t("workspace.deleted", { workspace: workspace.name }), tone: "good" });
    void navigate("/manage/people/workspaces");
    await gone("/workspaces", "/auth/me");
  };
  const go = (force: boolean): void => void remove(force).catch(() => setOpen(true));
  return (
    <Card title={t("workspace.deleteTitle", { workspace: workspace.name })}>
      <Stack gap={12}>
        <p>{t(workspace.default ? "workspace.stays" : "workspace.deleteText")}</p>
        <div>
          <Button
            variant="danger"
            busy={send.isPending && !open}
            disabledReason={workspace.default && t("workspace.stays")}
            onClick={() => {
              send.reset();
              setOpen(true);
            }}
          >
            {t("workspace.delete")}
          </Button>
        </div>
      </Stack>
      {open && (
        <Dialog title={t("workspace.deleteTitle", { workspace: workspace.name })} onClose={() => setOpen(false)}>
          <Stack gap={16}>
            {lost.length > 0 ? (
              <>
                <p>{t("workspace.lost")}</p>
                <ul className="sh-lost">
                  {lost.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </>
            ) : (
              <p>{t("workspace.members")}</p>
            )}
            {send.error && lost.length === 0 && (
              <ProblemView problem={{ detail: refusal(send.error), traceId: send.error.traceId }} />
            )}
            <ConfirmByTyping
              word={workspace.slug}
              action={t(lost.length > 0 ? "workspace.deleteAll" : "workspace.deleteOne", { workspace: workspace.name })}
              busy={send.isPending}
              onConfirm={() => go(lost.length > 0)}
            />
          </Stack>
        </Dialog>
      )}
    </Card>
  );
}
