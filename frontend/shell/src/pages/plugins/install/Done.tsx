import type { PluginVersion, PluginView } from "@plexica/api-client";
import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { ButtonLink, Card, PageHead } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { prefixOf, usePlugins } from "../../../state/console";
import { useMe } from "../../../state/me";
import { GiveAccess } from "./GiveAccess";

/** It is there: who can open it, and the way to let others in. */
export function Done({ plugin, version }: { plugin: PluginView; version: PluginVersion }) {
  const t = useT("plugins");
  const { can } = useMe();
  const there = usePlugins().plugins.find((one) => one.id === plugin.id);
  const { data: users } = useApi<Page<User>>("/users", { query: { size: 200 }, enabled: can("core:users:read") });
  const permissions = version.manifest.permissions ?? [];
  const roles = new Set(["admin", ...permissions.flatMap((one) => one.defaultRoles ?? [])]);
  const people = users?.items.filter((user) => user.roles.some((role) => roles.has(role)));
  return (
    <>
      <PageHead
        title={t("install.done", { plugin: plugin.name })}
        description={people && t("install.canOpen", { count: people.length })}
        actions={<ButtonLink to={`/manage/plugins/${plugin.id}`}>{t("details")}</ButtonLink>}
        primary={
          there && (
            <ButtonLink variant="primary" to={prefixOf(there)}>
              {t("open", { plugin: plugin.name })}
            </ButtonLink>
          )
        }
      />
      {can("core:users:write") && users && permissions.length > 0 && (
        <Card title={t("access.title")} note={t("access.note")}>
          <GiveAccess users={users.items} permissions={permissions} />
        </Card>
      )}
    </>
  );
}
