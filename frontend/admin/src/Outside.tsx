import { usePlatform, type SessionState } from "@plexica/api-client";
import { Button, IconTile, NoticeCard, useDelayed } from "@plexica/ui";
import { LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Before somebody is signed in, after somebody has left, and where there is no way in. */
export function Outside({ state }: { state: SessionState }) {
  const { t } = useTranslation();
  const { session } = usePlatform();
  const isLong = useDelayed(state === "starting" || state === "leaving", 800);
  if (state === "starting" || state === "leaving") {
    return (
      <main className="px-alone" aria-busy="true">
        {isLong && <p className="ad-quiet">{t("session.starting")}</p>}
      </main>
    );
  }
  return (
    <main className="px-alone">
      <NoticeCard
        headingLevel={1}
        icon={<IconTile size={52} icon={LogIn} />}
        title={state === "failed" ? t("session.failed") : t("session.out")}
        text={state === "failed" ? (session.reason() ?? "") : t("session.outText")}
        actions={
          <Button variant="primary" onClick={() => void session.signIn("/")}>
            {t("session.signIn")}
          </Button>
        }
      />
    </main>
  );
}
