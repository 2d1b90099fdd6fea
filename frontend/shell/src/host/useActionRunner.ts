import { useEffect } from "react";
import { useFeedback } from "../common/Feedback";
import { useT } from "../i18n/useT";
import { runActionsWith } from "./extensions";
import { useWorldOf } from "./usePluginWorld";

/** Runs actions that plugins add to pages of others, and says when one has failed. */
export function useActionRunner(): void {
  const t = useT();
  const worldOf = useWorldOf();
  const { notify } = useFeedback();
  useEffect(() => {
    runActionsWith((placed, action, subject) => {
      const { plugin } = placed;
      const run = async (): Promise<void> => action.run(subject, worldOf(plugin));
      run().catch(() => notify({ text: t("new.failed", { plugin: plugin.name }), tone: "bad" }));
    });
  }, [worldOf, notify, t]);
}
