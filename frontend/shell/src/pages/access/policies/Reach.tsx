import { covers } from "@plexica/api-client";
import { Card, ItemList, Link } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { overlap } from "../model/keys";
import { inOrder } from "../model/matrix";
import type { PermissionView } from "../model/views";
import { useHeads, useRoles } from "../useRights";
import type { Names } from "../useRights";

interface ReachProps {
  pattern: string;
  permissions: readonly PermissionView[];
  names: Names;
}

/** Whom a policy can touch: the roles that give something of what it concerns, and what that is. */
export function Reach({ pattern, permissions, names }: ReachProps) {
  const t = useT("access");
  const { can } = useMe();
  const { data } = useRoles(can("core:roles:read"));
  const roles = inOrder(data ?? []).filter((role) => role.permissions.some((key) => overlap(key, pattern)));
  const heads = useHeads(roles.map(({ name }) => name));
  const concerned = permissions.filter(({ key }) => covers(pattern, key));
  if (!data) return null;
  return (
    <Card title={t("reach.title")} note={t("reach.permissions", { count: concerned.length })}>
      {roles.length === 0 && <p className="sh-said">{t("reach.nobody")}</p>}
      <ItemList
        label={t("reach.title")}
        items={roles.map((role) => ({
          id: role.id,
          title: <Link to={`/manage/access/roles/${role.id}`}>{names.role(role.name)}</Link>,
          end: heads.has(role.name) && t("people", { count: heads.get(role.name) }),
        }))}
      />
      <p className="sh-said">{t("reach.admins")}</p>
    </Card>
  );
}
