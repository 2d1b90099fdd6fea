import { EmptyState, ProblemView, SearchField, Skeleton, Loading, Switch, Toolbar } from "@plexica/ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useQueryState } from "../../../common/useQueryState";
import { useT } from "../../../i18n/useT";
import { inOrder } from "../model/matrix";
import { useHeads, useNames, usePermissions, useRoles } from "../useRights";
import { Matrix } from "./Matrix";

/** Who may what: each permission against each role, by plugin. */
export function RolesTab() {
  const t = useT("access");
  const roles = useRoles();
  const permissions = usePermissions();
  const names = useNames();
  const [q, setQ] = useQueryState("q");
  const [keys, setKeys] = useState(false);
  const ordered = inOrder(roles.data ?? []);
  const heads = useHeads(ordered.map((role) => role.name));
  const problem = roles.problem ?? permissions.problem;
  const again = () => (roles.again(), permissions.again());
  if (problem && !(roles.data && permissions.data)) return <ProblemView problem={problem} onRetry={again} />;
  if (!roles.data || !permissions.data) {
    return (
      <Loading onRetry={again}>
        <div className="sh-matrix-skeleton">
          {Array.from({ length: 10 }, (_, at) => (
            <Skeleton key={at} height={20} />
          ))}
        </div>
      </Loading>
    );
  }
  const text = q.toLowerCase();
  const shown = permissions.data.filter((one) =>
    `${names.permission(one)} ${one.key} ${names.source(one.source)}`.toLowerCase().includes(text),
  );
  return (
    <>
      <Toolbar end={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}>
        <SearchField label={t("searchPermissions")} value={q} onChange={setQ} />
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState icon={KeyRound} title={t("nothingFor", { text: q })} />
      ) : (
        <Matrix roles={ordered} permissions={shown} names={names} heads={heads} keys={keys} />
      )}
    </>
  );
}
