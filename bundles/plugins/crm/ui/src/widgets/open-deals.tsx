import { usePlexica } from "@plexica/plugin-api";
import type { WidgetOptions } from "@plexica/plugin-api";
import { Figure, Link } from "@plexica/ui";
import { together, useFormat } from "../common/format";
import { OPEN } from "../common/types";
import type { Figures } from "../common/types";
import { useGet } from "../common/useGet";
import { Filled } from "./Filled";

export const widget: WidgetOptions = { columns: 3, height: "small" };

/** What all deals are worth that may still be won. */
export default function OpenDeals() {
  const { t, href } = usePlexica();
  const format = useFormat();
  return (
    <Filled got={useGet<Figures>("/deals/figures")} lines={2}>
      {({ stages }) => {
        const open = stages.filter(({ name }) => OPEN.includes(name));
        const count = open.reduce((sum, stage) => sum + stage.count, 0);
        const [first, ...others] = format.sums(
          together(open.map(({ value }) => value)),
        );
        const words = [...(first ? others : []), t("deals.count", { count })];
        return (
          <Figure
            value={first ?? format.number(count)}
            note={<Link to={href("/deals")}>{words.join(" · ")}</Link>}
          />
        );
      }}
    </Filled>
  );
}
