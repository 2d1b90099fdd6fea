import { usePlexica } from "@plexica/plugin-api";
import type { WidgetOptions } from "@plexica/plugin-api";
import { Figure } from "@plexica/ui";
import { Ring } from "@plexica/ui/charts";
import { Filled } from "../common/Filled";
import { wonShare } from "../common/figures";
import { useFormat } from "../common/format";
import type { Summary } from "../common/types";
import { useGet } from "../common/useGet";

export const widget: WidgetOptions = { columns: 3, height: "small" };

/** How many of the deals that are decided were won. */
export default function WonShare() {
  const { t } = usePlexica();
  const format = useFormat();
  return (
    <Filled got={useGet<Summary>("/summary")}>
      {({ crm }) => {
        const stages = crm.stages ?? [];
        const share = wonShare(stages);
        const won = stages.find(({ stage }) => stage === "WON")?.deals ?? 0;
        return (
          <Figure
            value={share === undefined ? "–" : format.share(share)}
            note={t(share === undefined ? "won.none" : "won.note", {
              count: won,
            })}
            chart={
              share !== undefined && (
                <Ring label={t("figure.won")} share={share} />
              )
            }
          />
        );
      }}
    </Filled>
  );
}
