import { Button, Card, ProgressBar } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../common/useFormat";

interface SendingProps {
  name: string;
  share: number;
  onCancel: () => void;
}

/** First the bytes go, then the platform looks into them; that takes a while without saying how long. */
export function Sending({ name, share, onCancel }: SendingProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const isSent = share >= 1;
  return (
    <div className="ad-upload">
      <Card title={isSent ? t("send.looking", { name }) : t("send.sending", { name })}>
        <div className="ad-stack">
          <ProgressBar
            label={t("send.sending", { name })}
            value={isSent ? undefined : share * 100}
            note={isSent ? t("send.looking", { name }) : format.percent(share)}
            announced
          />
          <div>
            <Button onClick={onCancel}>{t("common:action.cancel")}</Button>
          </div>
        </div>
      </Card>
    </div>
  );
}
