import { Card, Stack, Switch } from "@plexica/ui";
import { useT } from "../../i18n/useT";
import { usePlugins } from "../../state/console";
import { muting, usePreferences } from "../../state/preferences";
import { useChange } from "./useChange";

/** Whose notifications count beside the bell; all can be read there. */
export function NotificationsCard() {
  const t = useT("me");
  const { plugins } = usePlugins();
  const { muted = [] } = usePreferences().preferences;
  const change = useChange();
  const sources = [{ id: "core", name: t("notifications.platform") }, ...plugins];
  return (
    <Card title={t("notifications.title")} note={t("notifications.note")}>
      <Stack gap={12}>
        {sources.map(({ id, name }) => (
          <Switch
            key={id}
            spread
            label={name}
            checked={!muted.includes(id)}
            onChange={(heard) => change(muting(id, !heard))}
          />
        ))}
      </Stack>
    </Card>
  );
}
