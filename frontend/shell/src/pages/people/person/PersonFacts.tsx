import type { User } from "@plexica/api-client";
import { KeyValueList } from "@plexica/ui";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";

/** What is known of somebody and changes by itself. */
export function PersonFacts({ user }: { user: User }) {
  const t = useT("people");
  const format = useFormat();
  const { can } = useMe();
  return (
    <KeyValueList
      items={[
        ...(can("core:users:write") ? [] : [{ label: t("email"), value: user.email }]),
        { label: t("columns.lastSeen"), value: user.lastSeenAt ? format.dateTime(user.lastSeenAt) : t("never") },
        { label: t("since"), value: format.date(user.createdAt) },
      ]}
    />
  );
}
