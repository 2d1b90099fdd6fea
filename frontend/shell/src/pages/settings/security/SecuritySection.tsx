import { ButtonLink, Card, Stack } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { ApiKeys } from "./ApiKeys";

/** Who gets in other than by the console: keys of programs; and where people's sessions are ended. */
export default function SecuritySection() {
  const t = useT("settings");
  const { can } = useMe();
  return (
    <Stack gap={16}>
      <ApiKeys />
      <Card title={t("sessions.title")}>
        <Stack gap={16}>
          <p>{t("sessions.text")}</p>
          <Stack direction="across" gap={8}>
            {can("core:users:read") && <ButtonLink to="/manage/people">{t("sessions.people")}</ButtonLink>}
            {can("core:audit:read") && <ButtonLink to="/manage/audit">{t("sessions.audit")}</ButtonLink>}
          </Stack>
        </Stack>
      </Card>
    </Stack>
  );
}
