import { isProblem, useSend } from "@plexica/api-client";
import { Banner, Button, Card, KeyValueList, ProblemView, Stack, TextArea, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt, isTold } from "../../../common/errors";
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
  again(): void;
}

/** Name and description of a workspace, and its end. */
export function WorkspaceSettings({ workspace, etag, mayChange, again }: WorkspaceSettingsProps) {
  const t = useT("people");
  const format = useFormat();
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const [name, setName] = useState(workspace.name);
  const [description, setDescription] = useState(workspace.description ?? "");
  const save = useSend<Workspace>({ invalidates: TOUCHED });
  const dirty = name !== workspace.name || description !== (workspace.description ?? "");
  const stale = isProblem(save.error, "precondition-failed");

  const send = async (): Promise<void> => {
    await save.mutateAsync({
      method: "PATCH",
      path: `/workspaces/${workspace.id}`,
      body: { name: name.trim(), description: description.trim() || null },
      ifMatch: etag,
    });
    notify({ text: t("workspace.saved", { workspace: name.trim() }), tone: "good" });
  };
  return (
    <div className="sh-narrow">
      <Stack gap={16}>
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
                onChange={setName}
              />
              <TextArea
                label={t("text")}
                optional
                rows={3}
                value={description}
                error={errorAt(save.error, "/description")}
                onChange={setDescription}
              />
              <KeyValueList
                items={[
                  { label: t("columns.slug"), value: workspace.slug },
                  { label: t("columns.created"), value: format.date(workspace.createdAt) },
                ]}
              />
              {stale && (
                <Banner
                  tone="warning"
                  title={t("profile.stale")}
                  actions={<Button onClick={again}>{t("profile.reload")}</Button>}
                />
              )}
              {save.error && !stale && !isTold(save.error, ["/name", "/description"]) && (
                <ProblemView problem={{ detail: refusal(save.error), traceId: save.error.traceId }} />
              )}
              {dirty && mayChange && (
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
