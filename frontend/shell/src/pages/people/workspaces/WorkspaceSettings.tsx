import { isProblem, useSend } from "@plexica/api-client";
import { Button, Card, KeyValueList, ProblemView, Stack, TextArea, TextField } from "@plexica/ui";
import { errorAt, isTold } from "../../../common/errors";
import { DraftConflict } from "../../../common/DraftConflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { useDraft } from "../../../common/useDraft";
import { useFeedback } from "../../../common/Feedback";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { TOUCHED } from "../common/useAct";
import { useRefusal } from "../common/useRefusal";
import type { Workspace } from "../model/views";
import { DeleteWorkspace } from "./DeleteWorkspace";

interface WorkspaceSettingsProps {
  workspace: Workspace;
  etag: string | null;
  mayChange: boolean;
}

const draftOf = ({ name, description }: Workspace) => ({ name, description: description ?? "" });

/** Name and description of a workspace, and its end. */
export function WorkspaceSettings({ workspace, etag, mayChange }: WorkspaceSettingsProps) {
  const t = useT("people");
  const format = useFormat();
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const draft = useDraft(draftOf(workspace), etag);
  const { name, description } = draft.value;
  const save = useSend<Workspace>({ invalidates: TOUCHED });
  const stale = isProblem(save.error, "precondition-failed");

  const path = `/workspaces/${workspace.id}`;
  const send = async (value = draft.value, version = draft.etag): Promise<void> => {
    const body = { name: value.name.trim(), description: value.description.trim() || null };
    const saved = await save.mutateAsync({ method: "PATCH", path, body, ifMatch: version });
    draft.keep(draftOf(saved.data), saved.etag);
    notify({ text: t("workspace.saved", { workspace: body.name }), tone: "good" });
  };
  return (
    <div className="sh-narrow">
      <Stack gap={16}>
        <LeaveGuard dirty={draft.dirty && mayChange && !save.isPending} />
        <Card>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send().catch(() => {});
            }}
          >
            <Stack gap={16}>
              <TextField
                label={t("name")}
                value={name}
                readOnly={!mayChange}
                error={errorAt(save.error, "/name")}
                onChange={(value) => draft.set({ name: value, description })}
              />
              <TextArea
                label={t("text")}
                optional
                rows={3}
                readOnly={!mayChange}
                value={description}
                error={errorAt(save.error, "/description")}
                onChange={(value) => draft.set({ name, description: value })}
              />
              <KeyValueList
                items={[
                  { label: t("columns.slug"), value: workspace.slug },
                  { label: t("columns.created"), value: format.date(workspace.createdAt) },
                ]}
              />
              {stale && (
                <DraftConflict
                  name={workspace.name}
                  draft={draft}
                  path={path}
                  draftOf={draftOf}
                  busy={save.isPending}
                  onMine={(value, version) => void send(value, version).catch(() => {})}
                  onSettled={save.reset}
                />
              )}
              {save.error && !stale && !isTold(save.error, ["/name", "/description"]) && (
                <ProblemView problem={{ detail: refusal(save.error), traceId: save.error.traceId }} />
              )}
              {draft.dirty && mayChange && (
                <div>
                  <Button variant="primary" type="submit" busy={save.isPending}>
                    {t("workspace.save")}
                  </Button>
                </div>
              )}
            </Stack>
          </form>
        </Card>
        {mayChange && <DeleteWorkspace workspace={workspace} />}
      </Stack>
    </div>
  );
}
