import { isProblem } from "@plexica/api-client";
import { ButtonLink, ProblemView, useAnnounce } from "@plexica/ui";
import { useEffect } from "react";
import { useLocation, useNavigate, useRouteError } from "react-router";
import { usePageTitle } from "../frame/title";
import { useT } from "../i18n/useT";

/** Stands where a page of the shell would be that failed. */
export function PageCrash() {
  const t = useT();
  const error = useRouteError();
  const announce = useAnnounce();
  const here = useLocation();
  const navigate = useNavigate();
  usePageTitle([t("crash.title")]);
  useEffect(() => announce(t("crash.title"), "assertive"), [announce, t]);
  return (
    <>
      <h1 tabIndex={-1} className="sh-crash-title">
        {t("crash.title")}
      </h1>
      <ProblemView
        problem={isProblem(error) ? error : { title: t("crash.title"), detail: t("crash.text") }}
        // Loaded anew, it also comes where the browser keeps that it failed. Without a network nothing would come in place of what is
        // loaded: then the page alone is tried again.
        onRetry={() => (navigator.onLine ? location.reload() : void navigate(here, { replace: true }))}
        actions={
          <ButtonLink size="small" to="/">
            {t("goHome")}
          </ButtonLink>
        }
      />
    </>
  );
}
