import type { Preview } from "@plexica/api-client";
import { useT } from "../../../i18n/useT";
import { usePluginList } from "../usePluginList";

type Step = Preview["steps"][number];

/** A step of a plan in people's words; one that is not known here as the platform says it. */
export function useStepWords(): (step: Step) => string {
  const t = useT("plugins");
  const { data } = usePluginList();
  return ({ action, target, detail }) => {
    const [id = "", version = ""] = target.split("@");
    const plugin = data?.items.find((one) => one.id === id)?.name ?? id;
    return t(`step.${action}`, { plugin, version, defaultValue: detail });
  };
}
