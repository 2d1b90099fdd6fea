import { usePlatform } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { Stack, Switch } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useFormat } from "../../../i18n/format";
import { useMe } from "../../../state/me";
import { useAct } from "../common/useAct";
import { useRoleName } from "../common/useRoleName";
import { useRoles } from "../common/useRoles";
import { isLastAdmin, nameOf, withRole } from "../model/person";
import { useAdmins } from "./useAdmins";

/** The roles of the tenant, and which of them somebody holds. */
export function PersonRoles({ user }: { user: User }) {
  const t = useT("people");
  const format = useFormat();
  const { api } = usePlatform();
  const { can } = useMe();
  const { act, busy } = useAct();
  const roles = useRoles();
  const admins = useAdmins();
  const roleName = useRoleName();
  const person = nameOf(user);

  const put = (wanted: string[]) => api.put(`/users/${user.id}/roles`, { roles: wanted });
  const set = (role: string, held: boolean): void =>
    void act({
      work: () => put(withRole(user.roles, role, held)),
      done: t(held ? "roles.given" : "roles.taken", { person, role: roleName(role) }),
      undo: () => put(user.roles),
    });
  if (!roles || !can("core:users:write")) {
    return (
      <section>
        <h3>{t("columns.roles")}</h3>
        <p>{user.roles.length > 0 ? format.list(user.roles.map(roleName)) : t("noRoles")}</p>
      </section>
    );
  }
  return (
    <section>
      <Stack gap={12}>
        <h3>{t("columns.roles")}</h3>
        {roles.map((role) => {
          const held = user.roles.includes(role.name);
          const last = role.name === "admin" && held && isLastAdmin(user, admins);
          return (
            <Switch
              key={role.id}
              spread
              label={roleName(role.name)}
              help={t(`roleText.${role.name}`, { defaultValue: role.description ?? "" }) || undefined}
              checked={held}
              disabledReason={last ? t("refusal.last-admin") : busy ? t("saving") : undefined}
              onChange={(next) => set(role.name, next)}
            />
          );
        })}
      </Stack>
    </section>
  );
}
