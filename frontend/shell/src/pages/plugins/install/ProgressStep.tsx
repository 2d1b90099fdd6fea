import { hasEnded, useInvalidate } from "@plexica/api-client";
import type { Followed, PluginVersion, PluginView } from "@plexica/api-client";
import { useEffect } from "react";
import { Work } from "../Work";
import { useT } from "../../../i18n/useT";
import { TOUCHED } from "../usePlugin";
import { Done } from "./Done";

interface ProgressStepProps {
  plugin: PluginView;
  version: PluginVersion;
  followed: Followed;
  onAgain(): void;
  onDone(): void;
}

/** The installation under way, and what became of it. One can leave: it goes on. */
export function ProgressStep({ plugin, version, followed, onAgain, onDone }: ProgressStepProps) {
  const t = useT("plugins");
  const again = useInvalidate();
  const { operation } = followed;
  const ended = operation !== undefined && hasEnded(operation);
  const succeeded = operation?.status === "SUCCEEDED";
  useEffect(() => {
    if (!ended) return;
    void again(...TOUCHED);
    if (succeeded) onDone();
  }, [ended, succeeded, again, onDone]);
  if (succeeded) return <Done plugin={plugin} version={version} />;
  return (
    <Work
      followed={followed}
      title={t("install.running", { plugin: plugin.name })}
      failed={t("install.failed", { plugin: plugin.name })}
      undone={t("install.undone")}
      onAgain={onAgain}
    />
  );
}
