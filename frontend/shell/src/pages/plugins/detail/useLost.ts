import type { Preview } from "@plexica/api-client";
import { labelOf, plainLabel } from "../../../host/label";
import { useT } from "../../../i18n/useT";
import { usePlugins } from "../../../state/console";
import { lostOf } from "../preview/lost";

/** What the console would have no more, in words: the pages by their names, and what else by where it is. */
export function useLost(id: string, preview: Preview): { pages: string[]; others: string[] } {
  const t = useT("plugins");
  const here = usePlugins().plugins.find((plugin) => plugin.id === id);
  const { pages, points } = lostOf(preview);
  const names = pages.map((contribution) =>
    here && contribution.plugin === id ? labelOf({ plugin: here, contribution }) : plainLabel({ contribution }),
  );
  return {
    pages: [...new Set(names)],
    others: points.map((point) => t(`point.${point.replaceAll(".", "-")}`, { defaultValue: point })),
  };
}
