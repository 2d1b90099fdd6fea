import type { Preview } from "@plexica/api-client";
import { labelOf, plainLabel } from "../../../host/label";
import { useT } from "../../../i18n/useT";
import { usePlugins } from "../../../state/console";
import { lostOf } from "./lost";

/** What the console would have no more, in words: the pages by their names, and what else by where it is. */
export function useLost(preview: Preview): { pages: string[]; others: string[] } {
  const t = useT("plugins");
  const { plugins } = usePlugins();
  const { pages, points } = lostOf(preview);
  const names = pages.map((contribution) => {
    const plugin = plugins.find(({ id }) => id === contribution.plugin);
    return plugin ? labelOf({ plugin, contribution }) : plainLabel({ contribution });
  });
  return {
    pages: [...new Set(names)],
    others: points.map((point) => t(`point.${point.replaceAll(".", "-")}`, { defaultValue: point })),
  };
}
