import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import { Card, DashboardCell } from "@plexica/ui";
import { BarChart, LineChart } from "@plexica/ui/charts";
import { Filled } from "../common/Filled";
import { byDay, lastDays, mainCurrency } from "../common/figures";
import { useFormat } from "../common/format";
import type { DayFigures } from "../common/types";
import { useGet } from "../common/useGet";

const DAYS = 30;
const MOST = 200;

/** What the last thirty days came to in the whole organisation; the day that is not over is not among them. */
export function Days() {
  const { t } = usePlexica();
  const format = useFormat();
  const days = lastDays(DAYS);
  const got = useGet<Page<DayFigures>>("/days", {
    from: days[0],
    to: days[DAYS - 1],
    size: MOST,
  });
  const categories = days.map(format.day);
  // Not every version of the plugin adds days up.
  if (isProblem(got.problem, "not-found")) return null;
  return (
    <>
      <DashboardCell columns={7}>
        <Card title={t("days.won")} note={t("days.note")}>
          <Filled got={got}>
            {({ items }) => (
              <Won figures={items} days={days} categories={categories} />
            )}
          </Filled>
        </Card>
      </DashboardCell>
      <DashboardCell columns={5}>
        <Card title={t("days.contacts")} note={t("days.note")}>
          <Filled got={got}>
            {({ items }) => (
              <BarChart
                label={t("days.contacts")}
                categories={categories}
                series={[
                  {
                    name: t("days.contacts"),
                    values: byDay(
                      items,
                      days,
                      "crm.contact.created",
                      ({ count }) => count,
                    ),
                  },
                ]}
                format={format.number}
              />
            )}
          </Filled>
        </Card>
      </DashboardCell>
    </>
  );
}

interface WonProps {
  figures: readonly DayFigures[];
  days: readonly string[];
  categories: readonly string[];
}

function Won({ figures, days, categories }: WonProps) {
  const { t } = usePlexica();
  const format = useFormat();
  const amounts = figures.map(({ currency, amount }) =>
    currency && amount ? { [currency]: amount } : {},
  );
  const currency = mainCurrency(amounts);
  const value = (one: DayFigures): number =>
    currency ? (one.currency === currency ? (one.amount ?? 0) : 0) : one.count;
  return (
    <LineChart
      label={t("days.won")}
      categories={categories}
      series={[
        {
          name: currency ?? t("days.deals"),
          values: byDay(figures, days, "crm.deal.won", value),
        },
      ]}
      format={
        currency ? (amount) => format.money(amount, currency) : format.number
      }
    />
  );
}
