import { Button, Dialog, Stack, TextField, useCopy } from "@plexica/ui";
import { Check, Copy } from "lucide-react";
import { useT } from "../../../i18n/useT";
import type { RevealedKey } from "../model/views";

/** A key with its secret: now or never. */
export function Secret({ apiKey, onClose }: { apiKey: RevealedKey; onClose(): void }) {
  const t = useT("settings");
  const { copied, copy } = useCopy();
  return (
    <Dialog
      title={t("keys.secretTitle", { name: apiKey.name })}
      description={t("keys.secretText")}
      size="medium"
      actions={
        <>
          <Button icon={copied ? Check : Copy} onClick={() => copy(apiKey.key)}>
            {t(copied ? "keys.copied" : "keys.copy")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("keys.kept")}
          </Button>
        </>
      }
    >
      <Stack gap={12}>
        <TextField
          label={t("keys.key")}
          mono
          readOnly
          value={apiKey.key}
          onFocus={(event) => event.target.select()}
          onChange={() => {}}
        />
        <p className="sh-hint">{t("keys.usage")}</p>
      </Stack>
    </Dialog>
  );
}
