import { isProblem, usePlexica } from "@plexica/plugin-api";
import { Button, Stack, TextArea } from "@plexica/ui";
import { useState } from "react";

/** Writes a note. What the endpoint refuses is said beside the field. */
export function NoteForm({ onWritten }: { onWritten(): void }) {
  const { api, t } = usePlexica();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const write = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.post("/notes", { text });
      setText("");
      setError(undefined);
      onWritten();
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal;
      setError(refusal.errors[0]?.message ?? refusal.detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Stack gap={8} align="start">
        <TextArea label={t("text")} rows={3} value={text} error={error} onChange={setText} />
        <Button variant="primary" type="submit" busy={busy}>
          {t("write")}
        </Button>
      </Stack>
    </form>
  );
}
