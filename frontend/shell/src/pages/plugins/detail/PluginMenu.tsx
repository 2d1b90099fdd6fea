import type { PluginView } from "@plexica/api-client";
import { Menu } from "@plexica/ui";
import { Pause, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { DisableDialog } from "./DisableDialog";
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
