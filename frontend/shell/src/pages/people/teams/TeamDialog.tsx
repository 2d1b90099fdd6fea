import { useSend } from "@plexica/api-client";
import { Select, TextArea, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { RoleChoice } from "../common/RoleChoice";
import { TOUCHED } from "../common/useAct";
import { useRefusal } from "../common/useRefusal";
import { useWorkspaces } from "../common/useWorkspaces";
import type { Team } from "../model/views";

const POINTERS = ["/name", "/description", "/roles", "/workspaceId"];

interface TeamDialogProps {
  /** The team that is changed; without it one is made. */
  team?: Team;
  etag?: string | null;
  workspace?: string;
  onClose(): void;
  onDone(team: Team): void;
}

/** Makes a team, or changes what it is called and the roles that it lends. */
export function TeamDialog({ team, etag, workspace, onClose, onDone }: TeamDialogProps) {
  const t = useT("people");
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const here = useMe().workspace?.id;
  const workspaces = useWorkspaces().data?.items ?? [];
  const send = useSend<Team>({ invalidates: TOUCHED });
  const [place, setPlace] = useState(workspace || here || "");
  const [name, setName] = useState(team?.name ?? "");
  const [description, setDescription] = useState(team?.description ?? "");
  const [roles, setRoles] = useState<string[]>(team?.roles ?? []);

  const submit = async (): Promise<void> => {
    const said = { name: name.trim(), description: description.trim() || null, roles };
    const { data } = await send.mutateAsync(
      team
        ? { method: "PATCH", path: `/teams/${team.id}`, body: said, ifMatch: etag ?? null }
        : { path: "/teams", body: { ...said, workspaceId: place } },
    );
    notify({ text: t(team ? "team.saved" : "team.made", { team: data.name }), tone: "good" });
    onDone(data);
  };
  return (
    <FormDialog
      title={team ? t("team.change", { team: team.name }) : t("team.new")}
      description={t("team.text")}
      size="medium"
      submit={team ? t("team.save") : name.trim() ? t("team.make", { team: name.trim() }) : t("team.new")}
      send={send}
      pointers={POINTERS}
      refusal={send.error ? refusal(send.error) : undefined}
      onClose={onClose}
      onSubmit={() => void submit().catch(() => {})}
    >
      <TextField autoFocus label={t("name")} value={name} error={errorAt(send.error, "/name")} onChange={setName} />
      {!team && (
        <Select
          label={t("columns.workspace")}
          value={place}
          error={errorAt(send.error, "/workspaceId")}
          options={workspaces.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setPlace}
        />
      )}
      <TextArea
        label={t("text")}
        optional
        rows={2}
        value={description}
        error={errorAt(send.error, "/description")}
        onChange={setDescription}
      />
      <RoleChoice label={t("team.roles")} value={roles} onChange={setRoles} error={errorAt(send.error, "/roles")} />
    </FormDialog>
  );
}
