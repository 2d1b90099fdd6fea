import type { User } from "@plexica/api-client";
import { Avatar, NameCell, StateBadge } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { useMemo } from "react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useRoleName } from "../common/useRoleName";
import { nameOf, TONES } from "../model/person";

export function usePersonColumns(): Column<User>[] {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  return useMemo(
    () => [
      {
        id: "lastName",
        header: t("columns.person"),
        sortable: true,
        cell: (user) => <NameCell icon={<Avatar name={nameOf(user)} />} name={nameOf(user)} below={user.email} />,
      },
      {
        id: "roles",
        header: t("columns.roles"),
        cell: (user) => (user.roles.length > 0 ? format.list(user.roles.map(roleName)) : t("noRoles")),
      },
      {
        id: "status",
        header: t("columns.status"),
        sortable: true,
        cell: (user) => <StateBadge tone={TONES[user.status]}>{t(`status.${user.status}`)}</StateBadge>,
      },
      {
        id: "lastSeenAt",
        header: t("columns.lastSeen"),
        sortable: true,
        cell: (user) => (user.lastSeenAt ? format.ago(user.lastSeenAt) : t("never")),
      },
    ],
    [t, format, roleName],
  );
}
