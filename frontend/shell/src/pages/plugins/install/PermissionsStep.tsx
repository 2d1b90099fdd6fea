import { Button, Icon, PageHead, PermissionList, Switch } from "@plexica/ui";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { SYSTEM_ROLES } from "../roles";
import { Foot } from "./Foot";
import { useOwnDoings } from "./doings";
import type { StepProps } from "./OverviewStep";

/** What people may do with it, and what it will do itself. */
export function PermissionsStep({ plugin, version, preview, back, on, people }: StepProps & { people: number }) {
  const t = useT("plugins");
  const { tenant } = useMe();
  const [keys, setKeys] = useState(false);
  const doings = useOwnDoings(version.manifest, keys);
  const details = new Map((version.manifest.permissions ?? []).map((one) => [one.key, one.description]));
  const gained = preview.data?.permissions.gained ?? [];
  return (
    <>
      <PageHead
        title={t("install.canDo", { plugin: plugin.name })}
        description={people > 0 ? t("install.people", { count: people, tenant: tenant.name }) : t("install.nobody")}
        actions={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}
      />
      <div className="sh-plugin-page">
        {gained.length > 0 && (
          <PermissionList
            title={t("permissions.people")}
            showKeys={keys}
            items={gained.map((one) => ({
              id: one.key,
              title: one.name,
              detail: details.get(one.key),
              irreversible: one.irreversible,
              people: one.people,
              roles: [...new Set([...SYSTEM_ROLES, ...one.roles])].map((role) => ({
                name: t(`role.${role}`, { defaultValue: role }),
                granted: one.roles.includes(role),
              })),
            }))}
          />
        )}
        <PermissionList title={t("permissions.itself")} items={doings} />
        <p className="sh-trust">
          <Icon of={ShieldCheck} size={18} />
          {t(version.signer ? "install.trustSigned" : "install.trust", { signer: version.signer, plugin: plugin.name })}
        </p>
      </div>
      <Foot plugin={plugin.id} onBack={back}>
        <Button variant="primary" onClick={on}>
          {t(version.manifest.configuration?.schema ? "install.toConfiguration" : "install.toReview")}
        </Button>
      </Foot>
    </>
  );
}
