import { usePlatform } from "@plexica/api-client";
import type { PluginView, Preview } from "@plexica/api-client";
import { Button, Dialog, Menu } from "@plexica/ui";
import { Pause, Play, Trash2 } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { useSwitch } from "./useSwitch";

/** What else can be done with a plugin that is here. */
export function PluginMenu({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const { act } = useSwitch(plugin);
  const name = { plugin: plugin.name };
  const on = plugin.installation?.status === "INSTALLED";
  const items = [
    ...(can("core:plugins:enable")
      ? [
          on
            ? { id: "disable", label: t("disable.verb", name), icon: Pause, onSelect: () => setAsking(true) }
            : { id: "enable", label: t("enable.verb", name), icon: Play, onSelect: () => void act("enable") },
        ]
      : []),
    ...(can("core:plugins:install")
      ? [
          {
            id: "uninstall",
            label: t("uninstall.verb", name),
            icon: Trash2,
            danger: true,
            to: `/manage/plugins/${plugin.id}/uninstall`,
          },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Menu label={t("more", name)} variant="secondary" items={items} />
      {asking && (
        <DisableDialog
          plugin={plugin}
          onClose={() => setAsking(false)}
          onDisable={() => {
            setAsking(false);
            void act("disable");
          }}
        />
      )}
    </>
  );
}

function DisableDialog({ plugin, onClose, onDisable }: { plugin: PluginView; onClose(): void; onDisable(): void }) {
  const t = useT("plugins");
  const { api } = usePlatform();
  const path = `/tenants/current/plugins/${plugin.id}/disable`;
  const { data } = useQuery({
    queryKey: [`${path}?dryRun`],
    queryFn: () => api.post<Preview>(path, undefined, { query: { dryRun: true } }),
  });
  const people = data?.permissions.lost.reduce((most, change) => Math.max(most, change.people), 0) ?? 0;
  const problem = data?.problems[0];
  return (
    <Dialog
      title={t("disable.title", { plugin: plugin.name })}
      description={problem?.message ?? t(people > 0 ? "disable.text" : "disable.textPlain", { count: people })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {!problem && (
            <Button variant="primary" onClick={onDisable}>
              {t("disable.verb", { plugin: plugin.name })}
            </Button>
          )}
        </>
      }
    />
  );
}
