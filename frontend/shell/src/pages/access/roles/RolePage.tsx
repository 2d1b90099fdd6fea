import { isProblem, useApi } from "@plexica/api-client";
import { Loading, PageHead, ProblemView, SkeletonCard } from "@plexica/ui";
import { useParams } from "react-router";
import { RefusedPage } from "../../../common/Refused";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { NotFound } from "../../NotFound";
import { useMe } from "../../../state/me";
import type { RoleView } from "../model/views";
import { useNames, usePermissions } from "../useRights";
import { RoleForm } from "./RoleForm";
import "../access.css";

/** One role, or a new one. */
export default function RolePage() {
  const t = useT("access");
  const { id = "new" } = useParams();
  const isNew = id === "new";
  const { can } = useMe();
  const may = can("core:roles:read");
  const asked = useApi<RoleView>(`/roles/${id}`, { enabled: may && !isNew });
  const permissions = usePermissions(may);
  const names = useNames();
  const role = isNew ? undefined : asked.data;
  const title = isNew ? t("roleForm.new") : role ? names.role(role.name) : t("tabs.roles");
  usePageTitle([t("title"), "/manage/access"], [title]);

  if (!may) return <RefusedPage title={t("tabs.roles")} what={t("refused.roles")} />;
  if (isProblem(asked.problem) && asked.problem.status === 404 && !role) return <NotFound />;
  const problem = asked.problem ?? permissions.problem;
  const again = (): void => {
    if (!isNew) asked.again();
    permissions.again();
  };
  const ready = permissions.data && (isNew || role);
  return (
    <>
      <PageHead title={title} description={t(role?.system ? "roleForm.system" : "roleForm.description")} />
      {ready ? (
        <RoleForm key={id} role={role} etag={asked.etag} permissions={permissions.data ?? []} names={names} />
      ) : problem ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : (
        <Loading onRetry={again}>
          <SkeletonCard height={180} />
          <SkeletonCard height={420} />
        </Loading>
      )}
    </>
  );
}
