import { isProblem } from "@plexica/api-client";
import { ButtonLink, ProblemView, useAnnounce } from "@plexica/ui";
import { useEffect } from "react";
import { useRouteError } from "react-router";
import { useT } from "../i18n/useT";

/** Stands where a page of the shell would be that failed. */
export function PageCrash() {
  const t = useT();
  const error = useRouteError();
  const announce = useAnnounce();
  useEffect(() => announce(t("crash.title"), "assertive"), [announce, t]);
  return (
    <>
      <h1 tabIndex={-1} className="sh-crash-title">
        {t("crash.title")}
      </h1>
      <ProblemView
        problem={isProblem(error) ? error : { title: t("crash.title"), detail: t("crash.text") }}
        onRetry={() => location.reload()}
        actions={
          <ButtonLink size="small" to="/">
            {t("goHome")}
          </ButtonLink>
        }
      />
    </>
  );
}
