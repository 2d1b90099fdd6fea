import { PageHead, Stack } from "@plexica/ui";
import { usePageTitle } from "../../frame/title";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { LanguageCard } from "./LanguageCard";
import { LookCard } from "./LookCard";
import { NotificationsCard } from "./NotificationsCard";
import { ProfileCard } from "./ProfileCard";
import "./me.css";

/** What is one's own: name, language, look, notifications. */
export default function MePage() {
  const t = useT("me");
  const { me } = useMe();
  usePageTitle([t("title")]);
  return (
    <>
      <PageHead title={t("title")} description={me.user.email} />
      <div className="sh-me">
        <Stack gap={16}>
          <ProfileCard />
          <LanguageCard />
          <LookCard />
          <NotificationsCard />
        </Stack>
      </div>
    </>
  );
}
