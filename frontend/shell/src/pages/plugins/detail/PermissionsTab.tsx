import type { PluginView } from "@plexica/api-client";
import { AsidePage, EmptyState, PermissionList, Switch } from "@plexica/ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { SYSTEM_ROLES } from "../roles";
import { Facts } from "./Facts";

/** What people may do with the plugin, by the roles that get it with an installation. */
export function PermissionsTab({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const [keys, setKeys] = useState(false);
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
            items={plugin.permissions.map((permission) => ({
              id: permission.key,
              title: permission.name,
              detail: permission.description,
              irreversible: permission.irreversible,
              roles: SYSTEM_ROLES.map((role) => ({
                name: t(`role.${role}`),
                granted: role === "admin" || (permission.defaultRoles ?? []).includes(role),
              })),
            }))}
          />
        </div>
      )}
    </AsidePage>
  );
}
