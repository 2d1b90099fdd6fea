import type { QuickAction } from "@plexica/plugin-api";
import { useMemo } from "react";
import { useFeedback } from "../common/Feedback";
import { loadModule } from "../host/load";
import { useLabel } from "../host/label";
import { useWorldOf } from "../host/usePluginWorld";
import { useT } from "../i18n/useT";
import { usePlaced } from "../state/console";

export interface Action {
  id: string;
  label: string;
  plugin: string;
  run(): void;
}

/** The quick actions of plugins. Their code is loaded when one is chosen. */
export function useQuickActions(): Action[] {
  const placed = usePlaced("header.quickActions", 3);
  const worldOf = useWorldOf();
  const { notify } = useFeedback();
  const label = useLabel();
  const t = useT();
  return useMemo(
    () =>
      placed
        .filter(({ plugin }) => !plugin.sandbox)
        .map((one) => ({
          id: one.id,
          label: label(one),
          plugin: one.plugin.name,
          run: () => {
            const world = worldOf(one.plugin);
            const start = async (): Promise<void> => {
              const { default: action } = (await loadModule(one.plugin, one.contribution)) as {
                default: QuickAction;
              };
              if (action.path) world.navigate(action.path);
              await action.run?.(world);
            };
            start().catch(() => notify({ text: t("new.failed", { plugin: one.plugin.name }), tone: "bad" }));
          },
        })),
    [placed, worldOf, notify, label, t],
  );
}
