import { Button, Card, ProgressBar } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "./useFormat";

interface SendingProps {
  name: string;
  share: number;
  /** What to mind meanwhile. */
  note?: string;
  /** Left out where it cannot be taken back any more. */
  onCancel?: (() => void) | undefined;
}

/** First the bytes go, then the platform looks into them; that takes a while without saying how long. */
export function Sending({ name, share, note, onCancel }: SendingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isSent = share >= 1;
  return (
    <Card title={isSent ? t("file.looking", { name }) : t("file.sending", { name })}>
      <div className="ad-stack">
        <ProgressBar
          label={t("file.sending", { name })}
          value={isSent ? undefined : share * 100}
          note={isSent ? t("file.sent") : format.percent(share)}
          announced
        />
        {note && <p className="ad-quiet">{note}</p>}
        {onCancel && (
          <div>
            <Button onClick={onCancel}>{t("action.cancel")}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}
