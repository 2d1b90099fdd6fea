import { ButtonLink, IconTile, NoticeCard } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";

/** An address that leads nowhere, and the way back. */
export function NotFound() {
  const { t } = useTranslation();
  usePageTitle([t("error.notFoundShort")]);
  return (
    <NoticeCard
      headingLevel={1}
      icon={<IconTile icon={SearchX} size={52} />}
      title={t("error.notFound")}
      text={t("error.notFoundText")}
      actions={<ButtonLink to="/">{t("error.home")}</ButtonLink>}
    />
  );
}
