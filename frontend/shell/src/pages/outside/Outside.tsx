import { usePlatform } from "@plexica/api-client";
import type { SessionState } from "@plexica/api-client";
import { Button, IconTile, NoticeCard, useDelayed } from "@plexica/ui";
import { LogIn, LogOut } from "lucide-react";
import { Suspended } from "../../app/Standstill";
import { useT } from "../../i18n/useT";
import { Organisation } from "./Organisation";
import "../../frame/frame.css";

/** What is seen while nobody is signed in. */
export default function Outside({ state }: { state: SessionState | "no-tenant" }) {
  const t = useT();
  const { boot, session } = usePlatform();
  const slow = useDelayed(state === "leaving" || state === "starting", 1_500);
  if (boot.status && boot.status !== "ACTIVE" && state !== "out") {
    return <Suspended name={boot.name ?? boot.tenant ?? ""} />;
  }
  const signIn = (): void => void session.signIn();
  switch (state) {
    case "no-tenant":
      return <Organisation />;
    case "out":
      return <Card title={t("outside.out")} text={t("outside.outText")} action={t("outside.signIn")} run={signIn} />;
    case "beside":
      return <Card title={t("outside.beside")} text={t("outside.besideText")} />;
    case "failed":
      return <Card title={t("outside.failed")} text={t("outside.failedText")} action={t("tryAgain")} run={signIn} />;
    default:
      return slow ? <p className="px-alone sh-leaving">{t("outside.leaving")}</p> : null;
  }
}

function Card({ title, text, action, run }: { title: string; text: string; action?: string; run?: () => void }) {
  return (
    <main className="px-alone">
      <NoticeCard
        headingLevel={1}
        icon={<IconTile size={52} icon={action ? LogIn : LogOut} />}
        title={title}
        text={text}
        actions={
          action && (
            <Button variant="primary" onClick={run}>
              {action}
            </Button>
          )
        }
      />
    </main>
  );
}
