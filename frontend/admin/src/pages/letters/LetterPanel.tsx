import { Button, CodeBlock, Key, KeyValueList, SidePanel } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeadLetter } from "../../api/types";
import { useFormat } from "../../common/useFormat";

interface LetterPanelProps {
  letter: DeadLetter;
  onReplay: (letter: DeadLetter) => Promise<void>;
  onClose: () => void;
}

/** One event that was not delivered. What is in it is shown only when asked for. */
export function LetterPanel({ letter, onReplay, onClose }: LetterPanelProps) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  const [shown, setShown] = useState<string | null>(null);
  const isShown = shown === letter.id;
  return (
    <SidePanel
      title={letter.event}
      description={t("published", { when: format.ago(letter.createdAt) })}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={() => void onReplay(letter)}>
          {t("replay")}
        </Button>
      }
    >
      <div className="ad-stack">
        <CodeBlock label={t("column.reason")} code={letter.reason ?? t("noReason")} />
        <KeyValueList
          items={[
            { label: t("column.tenant"), value: letter.tenant },
            { label: t("column.plugin"), value: letter.plugin },
            { label: t("column.attempts"), value: letter.attempts },
            { label: t("audit:trace", { id: "" }).trim(), value: <Key>{letter.traceId}</Key> },
            { label: t("column.tried"), value: format.dateTime(letter.updatedAt) },
          ]}
        />
        <div>
          <Button size="small" onClick={() => setShown(isShown ? null : letter.id)} aria-expanded={isShown}>
            {isShown ? t("hide") : t("show")}
          </Button>
        </div>
        {isShown ? (
          <CodeBlock label={t("payload")} code={JSON.stringify(letter.payload, null, 2)} />
        ) : (
          <p className="ad-quiet">{t("private")}</p>
        )}
      </div>
    </SidePanel>
  );
}
