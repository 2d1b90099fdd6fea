import { Problem, useInvalidate, useOperation } from "@plexica/api-client";
import { ButtonLink, Card, PageHead, ProgressBar, useUndo } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { Trouble } from "../../common/Trouble";

/** The end of a tenant, of which nothing more is asked meanwhile; a reload finds it again. */
export function DeletingPage({ slug, operation: id }: { slug: string; operation: string }) {
  const { t } = useTranslation("tenants");
  const { state } = useLocation() as { state: { name?: string } | null };
  const name = state?.name ?? slug;
  usePageTitle([t("title"), "/tenants"], [name]);
  const { operation, problem } = useOperation(id);
  const failure = operation?.status === "FAILED" ? new Problem(0, operation.problem ?? {}) : problem;
  useLeaveWhenGone(operation?.status === "SUCCEEDED", name);
  return (
    <>
      <PageHead title={t("purge.running", { name })} description={t("creating.leave")} />
      <Card>
        {failure ? (
          <div className="ad-stack">
            <Trouble problem={failure} title={t("purge.failed", { name })} />
            <div>
              <ButtonLink to={`/tenants/${slug}`}>{t("creating.open", { name })}</ButtonLink>
            </div>
          </div>
        ) : (
          <ProgressBar
            label={t("purge.running", { name })}
            value={operation?.progress}
            note={operation?.message ?? ""}
            announced
          />
        )}
      </Card>
    </>
  );
}

function useLeaveWhenGone(isGone: boolean, name: string): void {
  const { t } = useTranslation("tenants");
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const offer = useUndo();
  useEffect(() => {
    if (isGone) {
      offer({ text: t("purge.done", { name }) });
      void navigate("/tenants");
      void invalidate("/tenants", "/plans", "/metrics");
    }
  }, [isGone, name, t, navigate, invalidate, offer]);
}
