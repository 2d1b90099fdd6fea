import { isProblem, usePlatform, useInvalidate } from "@plexica/api-client";
import type { PluginPermission, User } from "@plexica/api-client";
import { Button, Combobox, RadioGroup, Stack } from "@plexica/ui";
import { useState } from "react";
import { useFeedback } from "../../../common/Feedback";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { lowered } from "../preview/Changes";
import { fullName } from "../../../state/me";

/** Which roles bring something of the plugin, and what. */
export function rolesThatBring(permissions: readonly PluginPermission[]): { role: string; names: string[] }[] {
  return ["member", "viewer"].flatMap((role) => {
    const names = permissions.filter((one) => one.defaultRoles?.includes(role)).map((one) => one.name);
    return names.length > 0 ? [{ role, names }] : [];
  });
}

/** Lets one more person in: says what they will be able to do, does it, and takes it back for ten seconds. */
export function GiveAccess({
  users,
  permissions,
}: {
  users: readonly User[];
  permissions: readonly PluginPermission[];
}) {
  const t = useT("plugins");
  const format = useFormat();
  const { api } = usePlatform();
  const again = useInvalidate();
  const { notify } = useFeedback();
  const offers = rolesThatBring(permissions);
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState(offers[0]?.role ?? "admin");
  const [busy, setBusy] = useState(false);
  const user = users.find((one) => one.id === person);
  const offer = offers.find((one) => one.role === role);
  const already = user?.roles.includes(role) ?? false;

  const set = async (id: string, roles: string[]): Promise<void> => {
    await api.put(`/users/${id}/roles`, { roles });
    await again("/users", "/auth/me");
  };
  const give = async (): Promise<void> => {
    if (!user) return;
    setBusy(true);
    try {
      await set(user.id, [...user.roles, role]);
      notify({ text: t("access.given", { person: fullName(user) }), undo: () => set(user.id, user.roles) });
    } catch (error) {
      notify({ text: isProblem(error) ? error.detail : t("failed"), tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  if (offers.length === 0) return <p className="sh-quiet">{t("access.onlyAdmins")}</p>;
  return (
    <Stack gap={16}>
      <Combobox
        label={t("access.person")}
        options={users.map((one) => ({ value: one.id, label: fullName(one), detail: one.email }))}
        value={person}
        onChange={setPerson}
      />
      <RadioGroup
        label={t("access.role")}
        value={role}
        onChange={setRole}
        options={offers.map((one) => ({ value: one.role, label: t(`role.${one.role}`), help: format.list(one.names) }))}
      />
      {user && offer && (
        <p>
          {already
            ? t("access.already", { person: fullName(user) })
            : t("access.will", { person: fullName(user), what: format.list(offer.names.map(lowered)) })}
        </p>
      )}
      <div>
        <Button
          variant="primary"
          busy={busy}
          disabledReason={!user ? t("access.choose") : already && t("access.already", { person: fullName(user) })}
          onClick={() => void give()}
        >
          {t("access.give")}
        </Button>
      </div>
    </Stack>
  );
}
