import type { PluginView } from "@plexica/api-client";
import { AsidePage, EmptyState, PermissionList, Switch } from "@plexica/ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { grantOf, inOrder } from "../../access/model/matrix";
import { useRoles } from "../../access/useRights";
import { isHere } from "../catalogue";
import { SYSTEM_ROLES } from "../roles";
import { Facts } from "./Facts";

/** What people may do with the plugin: by the roles that have it now, or else that would get it with an installation. */
export function PermissionsTab({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const { can } = useMe();
  const [keys, setKeys] = useState(false);
  const here = isHere(plugin);
  const roles = useRoles(here && can("core:roles:read"));
  const rolesOf = ({ key, defaultRoles = [] }: PluginView["permissions"][number]) =>
    here
      ? roles.data &&
        inOrder(roles.data)
          .filter((role) => grantOf(role.permissions, key))
          .map(({ name }) => ({ name, granted: true }))
      : SYSTEM_ROLES.map((name) => ({ name, granted: name === "admin" || defaultRoles.includes(name) }));
  return (
    <AsidePage aside={<Facts plugin={plugin} />}>
      {plugin.permissions.length === 0 ? (
        <EmptyState icon={KeyRound} title={t("permissions.none")} />
      ) : (
        <div className="sh-plugin-page">
          <Switch label={t("showKeys")} checked={keys} onChange={setKeys} />
          <PermissionList
            title={t("permissions.people")}
            showKeys={keys}
            {...(here ? { grantedTo: t("permissions.now") } : {})}
            items={plugin.permissions.map((permission) => ({
              id: permission.key,
              title: permission.name,
              detail: permission.description,
              irreversible: permission.irreversible,
              roles: rolesOf(permission)?.map(({ name, granted }) => ({
                name: t(`role.${name}`, { defaultValue: name }),
                granted,
              })),
            }))}
          />
        </div>
      )}
    </AsidePage>
  );
}
