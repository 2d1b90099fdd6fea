import { isProblem, useApi } from "@plexica/api-client";
import { Loading, PageHead, ProblemView, SkeletonCard } from "@plexica/ui";
import { useParams } from "react-router";
import { RefusedPage } from "../../../common/Refused";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { NotFound } from "../../NotFound";
import { useMe } from "../../../state/me";
import type { PolicyView } from "../model/views";
import { useNames, usePermissions } from "../useRights";
import { PolicyForm } from "./PolicyForm";
import "../access.css";

/** One policy, or a new one. */
export default function PolicyPage() {
  const t = useT("access");
  const { id = "new" } = useParams();
  const isNew = id === "new";
  const { can } = useMe();
  const may = can("core:policies:read");
  const asked = useApi<PolicyView>(`/policies/${id}`, { enabled: may && !isNew });
  const mayList = can("core:roles:read");
  const permissions = usePermissions(mayList);
  const names = useNames();
  const policy = isNew ? undefined : asked.data;
  const title = isNew ? t("policyForm.new") : (policy?.name ?? t("tabs.policies"));
  usePageTitle([t("title"), "/manage/access"], [t("tabs.policies"), "/manage/access?tab=policies"], [title]);

  if (!may) return <RefusedPage title={t("tabs.policies")} what={t("refused.policies")} />;
  if (isProblem(asked.problem) && asked.problem.status === 404 && !policy) return <NotFound />;
  const problem = asked.problem ?? permissions.problem;
  const again = (): void => {
    if (!isNew) asked.again();
    if (mayList) permissions.again();
  };
  const ready = (isNew || policy) && (permissions.data || !mayList);
  return (
    <>
      <PageHead title={title} description={t("policyForm.description")} />
      {ready ? (
        <PolicyForm key={id} policy={policy} etag={asked.etag} permissions={permissions.data ?? []} names={names} />
      ) : problem ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : (
        <Loading onRetry={again}>
          <SkeletonCard height={180} />
          <SkeletonCard height={300} />
        </Loading>
      )}
    </>
  );
}
