import { ButtonLink, NoticeCard, IconTile } from "@plexica/ui";
import { MapPinOff } from "lucide-react";
import { usePageTitle } from "../frame/title";
import { useT } from "../i18n/useT";

export function NotFound() {
  const t = useT();
  usePageTitle([t("notFound.title")]);
  return (
    <NoticeCard
      headingLevel={1}
      icon={<IconTile size={52} icon={MapPinOff} />}
      title={t("notFound.title")}
      text={t("notFound.text")}
      actions={
        <ButtonLink variant="primary" to="/">
          {t("goHome")}
        </ButtonLink>
      }
    />
  );
}
