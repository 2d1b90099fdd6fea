import type { User } from "@plexica/api-client";
import { KeyValueList } from "@plexica/ui";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";

export function PersonFacts({ user }: { user: User }) {
  const t = useT("people");
  const format = useFormat();
  return (
    <KeyValueList
      items={[
        { label: t("email"), value: user.email },
        { label: t("columns.lastSeen"), value: user.lastSeenAt ? format.dateTime(user.lastSeenAt) : t("never") },
        { label: t("since"), value: format.date(user.createdAt) },
      ]}
    />
  );
}
