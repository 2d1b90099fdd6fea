import { usePlatform } from "@plexica/api-client";
import { Button, Dialog, useAnnounce } from "@plexica/ui";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Above the page, which stays as it is. */
export function SessionEnded() {
  const { t } = useTranslation();
  const { session } = usePlatform();
  const announce = useAnnounce();
  useEffect(() => announce(t("session.ended"), "assertive"), [announce, t]);
  const signIn = async () => {
    if (!(await session.signInBeside())) {
      await session.signIn(location.pathname + location.search);
    }
  };
  return (
    <Dialog
      alone
      title={t("session.ended")}
      description={t("session.endedText")}
      actions={
        <>
          <Button variant="quiet" onClick={() => void session.signOut()}>
            {t("account.signOut")}
          </Button>
          <Button variant="primary" onClick={() => void signIn()}>
            {t("session.signIn")}
          </Button>
        </>
      }
    />
  );
}
