import { IconButton, SkeletonText } from "@plexica/ui";
import { BellOff } from "lucide-react";
import { useFeedback } from "../common/Feedback";
import { useAttempt } from "../common/useAttempt";
import { BoxFailure } from "../host/BoxFailure";
import { Contribution } from "../host/Contribution";
import { useT } from "../i18n/useT";
import { usePlaced } from "../state/console";
import type { Placed } from "../state/console";
import { muting, usePreferences } from "../state/preferences";
import { PluginIcon } from "./PluginIcon";

/** What plugins put beside the notifications, each in a group of its own, until somebody mutes it. */
export function PluginNotes() {
  const { muted = [] } = usePreferences().preferences;
  const heard = usePlaced("header.notifications", 1).filter(({ plugin }) => !muted.includes(plugin.id));
  return heard.map((one) => <Group key={`${one.id}@${one.plugin.version}`} placed={one} />);
}

function Group({ placed }: { placed: Placed }) {
  const t = useT();
  const { notify } = useFeedback();
  const { change } = usePreferences();
  const attempt = useAttempt();
  const { plugin } = placed;
  const mute = async (): Promise<void> => {
    await change(muting(plugin.id, true));
    const undo = (): Promise<void> => change(muting(plugin.id, false));
    notify({ text: t("notifications.muted", { plugin: plugin.name }), undo });
  };
  return (
    <section className="sh-notes__group" aria-label={plugin.name}>
      <header>
        <h3>
          <PluginIcon plugin={plugin} /> {plugin.name}
        </h3>
        <IconButton
          icon={BellOff}
          size="small"
          label={t("notifications.mute", { plugin: plugin.name })}
          onClick={() => attempt(mute, t("notifications.notMuted", { plugin: plugin.name }))}
        />
      </header>
      <Contribution
        placed={placed}
        waiting={<SkeletonText lines={2} />}
        failed={(failure) => <BoxFailure placed={placed} failure={failure} />}
      />
    </section>
  );
}
