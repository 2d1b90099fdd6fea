import { usePlatform } from "@plexica/api-client";
import { Button, Dialog, useAnnounce } from "@plexica/ui";
import { useEffect, useState } from "react";
import { useT } from "../i18n/useT";

/** Above the page, which stays as it is: what was typed is kept for whoever typed it. */
export function SessionEnded() {
  const t = useT();
  const { session } = usePlatform();
  const announce = useAnnounce();
  const [blocked, setBlocked] = useState(false);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => announce(t("ended.title"), "assertive"), [announce, t]);

  const signIn = async (): Promise<void> => {
    setWaiting(true);
    setBlocked(!(await session.signInBeside()));
  };
  return (
    <Dialog
      alone
      title={t("ended.title")}
      description={t("ended.text")}
      actions={
        <>
          <Button variant="quiet" onClick={() => void session.signOut()}>
            {t("person.signOut")}
          </Button>
          <Button variant="primary" onClick={() => void signIn().catch(() => setBlocked(true))}>
            {t("ended.signIn")}
          </Button>
        </>
      }
    >
      {blocked ? <p role="alert">{t("ended.blocked")}</p> : waiting ? <p role="status">{t("ended.waiting")}</p> : null}
    </Dialog>
  );
}
