import { useApi, usePlatform, useSessionState, type Me } from "@plexica/api-client";
import { Button, IconTile, NoticeCard, UiProvider } from "@plexica/ui";
import { italianTexts } from "@plexica/ui/it";
import { ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router";
import { Outside } from "./Outside";
import { Trouble } from "./common/Trouble";
import { usePrefs } from "./common/prefs";
import { FrameSkeleton } from "./frame/FrameSkeleton";
import { RouterLink } from "./frame/RouterLink";
import { SessionEnded } from "./frame/SessionEnded";
import { createRouter, type Router } from "./router";
import { MeContext } from "./state/me";

let router: Router | undefined;

/** The application of the super admins: outside, where nobody is signed in, or inside. */
export function App() {
  const { language, letters } = usePrefs();
  const state = useSessionState();
  return (
    <UiProvider texts={language === "it" ? italianTexts : undefined} link={RouterLink} hotkeys={letters}>
      {state === "in" || state === "ended" ? <Inside isEnded={state === "ended"} /> : <Outside state={state} />}
    </UiProvider>
  );
}

function Inside({ isEnded }: { isEnded: boolean }) {
  const { data: me, problem, again } = useApi<Me>("/auth/me", { staleTime: 60_000 });
  if (!me) {
    return problem ? (
      <main className="px-alone">
        <Trouble problem={problem} onRetry={again} />
      </main>
    ) : (
      <FrameSkeleton />
    );
  }
  if (!me.superAdmin) {
    return <NoAdmin email={me.user.email} />;
  }
  router ??= createRouter();
  return (
    <MeContext value={me}>
      <RouterProvider router={router} />
      {isEnded && <SessionEnded />}
    </MeContext>
  );
}

function NoAdmin({ email }: { email: string }) {
  const { t } = useTranslation();
  const { session } = usePlatform();
  return (
    <main className="px-alone">
      <NoticeCard
        headingLevel={1}
        icon={<IconTile size={52} icon={ShieldAlert} />}
        title={t("session.notAdmin")}
        text={t("session.notAdminText", { email })}
        actions={
          <Button variant="primary" onClick={() => void session.signOut()}>
            {t("account.signOut")}
          </Button>
        }
      />
    </main>
  );
}
