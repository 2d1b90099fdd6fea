import { useSend } from "@plexica/api-client";
import { Checkbox, ProblemView, SearchField, Select, Stack, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt } from "../../../common/errors";
import { FormDialog } from "../../../common/FormDialog";
import { useT } from "../../../i18n/useT";
import { usePermissions } from "../../access/useRights";
import { expiryIn, fitting } from "../model/keys";
import type { RevealedKey } from "../model/views";

const DAYS = [30, 90, 365, 0];

/** Makes a key: what it is called, what it may, and until when. */
export function NewKey({ onClose, onDone }: { onClose(): void; onDone(key: RevealedKey): void }) {
  const t = useT("settings");
  const send = useSend<RevealedKey>({ invalidates: ["/api-keys"] });
  const { data, problem, again } = usePermissions();
  const [name, setName] = useState("");
  const [days, setDays] = useState(90);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);

  const submit = async (): Promise<void> => {
    const body = { name: name.trim(), permissions: chosen, expiresAt: expiryIn(days, Date.now()) };
    onDone((await send.mutateAsync({ path: "/api-keys", body })).data);
  };
  const set = (key: string, held: boolean): void =>
    setChosen((before) => (held ? [...before, key] : before.filter((one) => one !== key)));
  const wrong = errorAt(send.error, "/permissions");
  return (
    <FormDialog
      title={t("keys.new")}
      description={t("keys.text")}
      size="medium"
      submit={name.trim() ? t("keys.make", { name: name.trim() }) : t("keys.new")}
      send={send}
      pointers={["/name", "/permissions", "/expiresAt"]}
      onClose={onClose}
      onSubmit={() => void submit().catch(() => {})}
    >
      <TextField
        autoFocus
        label={t("keys.name")}
        help={t("keys.nameHelp")}
        value={name}
        error={errorAt(send.error, "/name")}
        onChange={setName}
      />
      <Select
        label={t("keys.expires")}
        value={String(days)}
        error={errorAt(send.error, "/expiresAt")}
        options={DAYS.map((value) => ({ value: String(value), label: t(`keys.in.${value}`) }))}
        onChange={(value) => setDays(Number(value))}
      />
      <fieldset className="sh-choice">
        <legend>{t("keys.may")}</legend>
        {problem && !data && <ProblemView problem={problem} onRetry={again} />}
        <SearchField label={t("keys.find")} hotkey={null} value={text} onChange={setText} />
        <div className="sh-choice--long" tabIndex={0} role="group" aria-label={t("keys.may")}>
          <Stack gap={8}>
            {fitting(data ?? [], text, chosen).map((one) => (
              <Checkbox
                key={one.key}
                label={one.name}
                help={one.key}
                checked={chosen.includes(one.key)}
                onChange={(held) => set(one.key, held)}
              />
            ))}
          </Stack>
        </div>
        {wrong && (
          <p className="sh-choice__error" role="alert">
            {wrong}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
}
