import { usePlexica } from "@plexica/plugin-api";
import { Card } from "@plexica/ui";
import { BarChart } from "@plexica/ui/charts";
import { mainCurrency } from "../common/figures";
import { useFormat, useStage } from "../common/format";
import type { StageFigures } from "../common/types";

/** What deals at each stage are worth, in the currency that most of them are in; without amounts how many there are. */
export function Stages({ stages }: { stages: readonly StageFigures[] }) {
  const { t } = usePlexica();
  const format = useFormat();
  const word = useStage();
  const currency = mainCurrency(stages.map(({ value }) => value));
  const title = t(currency ? "stages.worth" : "stages.count");
  return (
    <Card title={title} note={currency}>
      <BarChart
        label={title}
        categories={stages.map(({ stage }) => word(stage))}
        series={[
          {
            name: title,
            values: stages.map(({ deals, value }) =>
              currency ? (value[currency] ?? 0) : deals,
            ),
          },
        ]}
        format={
          currency ? (amount) => format.money(amount, currency) : format.number
        }
      />
    </Card>
  );
}
