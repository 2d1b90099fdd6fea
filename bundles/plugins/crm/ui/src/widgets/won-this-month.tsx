import { usePlexica } from "@plexica/plugin-api";
import type { Page, WidgetOptions } from "@plexica/plugin-api";
import { Figure } from "@plexica/ui";
import { together, useFormat } from "../common/format";
import type { Deal } from "../common/types";
import { useGet } from "../common/useGet";
import { Filled } from "./Filled";
import { inMonth } from "./months";

export const widget: WidgetOptions = { columns: 3, height: "small" };

const MOST = 200;

/** How many deals were won since the month began, and what they are worth. */
export default function WonThisMonth() {
  const { t, timeZone } = usePlexica();
  const format = useFormat();
  const got = useGet<Page<Deal>>("/deals", {
    stage: "WON",
    sort: "-updatedAt",
    size: MOST,
  });
  return (
    <Filled got={got} lines={2}>
      {({ items, total }) => {
        const won = items.filter(({ updatedAt }) =>
          inMonth(updatedAt, timeZone),
        );
        const before = items.filter(({ updatedAt }) =>
          inMonth(updatedAt, timeZone, -1),
        ).length;
        const more = won.length === MOST && total > MOST ? "+" : "";
        const worth = format.sums(
          together(
            won.map(({ amount, currency }) =>
              amount && currency ? { [currency]: amount } : {},
            ),
          ),
        );
        const comparison =
          before > 0 && !more ? compared(won.length - before) : undefined;
        const words = [
          worth[0],
          comparison && t(comparison.key, { count: comparison.count }),
        ].filter(Boolean);
        return (
          <Figure
            value={format.number(won.length) + more}
            note={words.join(" · ") || t("won.none")}
            tone={comparison?.key === "won.more" ? "good" : "neutral"}
          />
        );
      }}
    </Filled>
  );
}

function compared(difference: number): { key: string; count: number } {
  if (difference === 0) return { key: "won.same", count: 0 };
  return {
    key: difference > 0 ? "won.more" : "won.fewer",
    count: Math.abs(difference),
  };
}
