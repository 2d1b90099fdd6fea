import { usePlexica } from "@plexica/plugin-api";
import type { WidgetOptions } from "@plexica/plugin-api";
import { ButtonLink, EmptyState } from "@plexica/ui";
import { BarList } from "@plexica/ui/charts";
import { Handshake } from "lucide-react";
import { useFormat } from "../common/format";
import type { Figures, StageFigures } from "../common/types";
import { useGet } from "../common/useGet";
import { wordOf } from "../deals/stages";
import { Filled } from "./Filled";

export const widget: WidgetOptions = { columns: 7, height: "large" };

/** What the deals at each stage are worth. */
export default function Pipeline() {
  const { t, can, href } = usePlexica();
  const format = useFormat();
  return (
    <Filled got={useGet<Figures>("/deals/figures")} lines={4}>
      {({ total, stages }) =>
        total === 0 ? (
          <EmptyState
            icon={Handshake}
            title={t("deals.empty")}
            action={
              can("crm:deals:write") && (
                <ButtonLink to={href("/deals?new=1")}>
                  {t("deal.new")}
                </ButtonLink>
              )
            }
          />
        ) : (
          <BarList
            label={t("pipeline.label")}
            items={stages.map((stage) => ({
              label: t(wordOf(stage.name)),
              value: lengthOf(stage, stages),
              text: format.sums(stage.value)[0] ?? "–",
              note: t("deals.count", { count: stage.count }),
            }))}
          />
        )
      }
    </Filled>
  );
}

/** Bars are of one currency, the one most deals' worth is in; without amounts they count deals. */
function lengthOf(stage: StageFigures, all: readonly StageFigures[]): number {
  const totals = new Map<string, number>();
  for (const { value } of all) {
    for (const [currency, amount] of Object.entries(value))
      totals.set(currency, (totals.get(currency) ?? 0) + amount);
  }
  const [main] = [...totals].sort(([, one], [, other]) => other - one)[0] ?? [];
  return main === undefined ? stage.count : (stage.value[main] ?? 0);
}
