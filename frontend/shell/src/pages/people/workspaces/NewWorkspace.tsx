import { useSend } from "@plexica/api-client";
import { TextArea, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useT } from "../../../i18n/useT";
import { TOUCHED } from "../common/useAct";
import { useRefusal } from "../common/useRefusal";
import { slugOf } from "../model/slug";
import type { Workspace } from "../model/views";

export function NewWorkspace({ onClose, onDone }: { onClose(): void; onDone(workspace: Workspace): void }) {
  const t = useT("people");
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const send = useSend<Workspace>({ invalidates: TOUCHED });
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const [description, setDescription] = useState("");
  const wanted = slug ?? slugOf(name);

  const submit = async (): Promise<void> => {
    const { data } = await send.mutateAsync({
      path: "/workspaces",
      body: { name: name.trim(), slug: wanted, description: description.trim() || undefined },
    });
    notify({ text: t("workspace.made", { workspace: data.name }), tone: "good" });
    onDone(data);
  };
  return (
    <FormDialog
      title={t("workspace.new")}
      description={t("workspace.text")}
      submit={name.trim() ? t("workspace.make", { workspace: name.trim() }) : t("workspace.new")}
      send={send}
      pointers={["/name", "/slug", "/description"]}
      refusal={send.error ? refusal(send.error) : undefined}
      onClose={onClose}
      onSubmit={() => void submit().catch(() => {})}
    >
      <TextField autoFocus label={t("name")} value={name} error={errorAt(send.error, "/name")} onChange={setName} />
      <TextField
        label={t("columns.slug")}
        help={t("workspace.slugHelp")}
        mono
        spellCheck={false}
        value={wanted}
        error={errorAt(send.error, "/slug")}
        onChange={setSlug}
      />
      <TextArea
        label={t("text")}
        optional
        rows={2}
        value={description}
        error={errorAt(send.error, "/description")}
        onChange={setDescription}
      />
    </FormDialog>
  );
}
