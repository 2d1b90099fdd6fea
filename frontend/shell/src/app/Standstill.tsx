import { usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Button, IconTile, NoticeCard, ProblemView, VisuallyHidden } from "@plexica/ui";
import { CirclePause } from "lucide-react";
import { useT } from "../i18n/useT";
import "../frame/frame.css";

/** The tenant is out of service, for open tabs too. */
export function Suspended({ name }: { name: string }) {
  const t = useT();
  const { boot, session } = usePlatform();
  const why = boot.status === "PENDING_DELETION" ? "leaving" : "suspended";
  return (
    <main className="px-alone">
      <NoticeCard
        headingLevel={1}
        icon={<IconTile size={52} icon={CirclePause} />}
        title={t(`${why}.title`, { name })}
        text={t(`${why}.text`)}
        actions={
          session.token() ? (
            <Button variant="primary" onClick={() => void session.signOut()}>
              {t("person.signOut")}
            </Button>
          ) : (
            <Button variant="primary" onClick={() => location.reload()}>
              {t("tryAgain")}
            </Button>
          )
        }
      />
    </main>
  );
}

/** Who is there could not be found out. */
export function Unreachable({ problem, again }: { problem: Problem; again(): void }) {
  const t = useT();
  const { session } = usePlatform();
  return (
    <main className="px-alone">
      <VisuallyHidden>
        <h1>{t("failed.title")}</h1>
      </VisuallyHidden>
      <ProblemView
        problem={{ title: t("failed.title"), detail: problem.detail, code: problem.code, traceId: problem.traceId }}
        onRetry={again}
        actions={
          <Button size="small" variant="quiet" onClick={() => void session.signOut()}>
            {t("person.signOut")}
          </Button>
        }
      />
    </main>
  );
}
