import { Button, ButtonLink, IconTile, NoticeCard } from "@plexica/ui";
import { CircleAlert, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Stands in for a page that broke; the frame around it goes on. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <NoticeCard
      headingLevel={1}
      icon={<IconTile size={52} icon={CircleAlert} />}
      title={t("error.crash")}
      text={t("error.crashText")}
      actions={
        <>
          <Button variant="primary" icon={RotateCcw} onClick={onRetry}>
            {t("error.retry")}
          </Button>
          <ButtonLink to="/">{t("error.home")}</ButtonLink>
        </>
      }
    />
  );
}
