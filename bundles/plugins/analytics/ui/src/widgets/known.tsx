import { usePlexica } from "@plexica/plugin-api";
import type { WidgetOptions } from "@plexica/plugin-api";
import { Figure, Link } from "@plexica/ui";
import { Filled } from "../common/Filled";
import { useFormat } from "../common/format";
import type { Summary } from "../common/types";
import { useGet } from "../common/useGet";

export const widget: WidgetOptions = { columns: 3, height: "small" };

/** How many contacts there are. */
export default function Known() {
  const { t, href } = usePlexica();
  const format = useFormat();
  return (
    <Filled got={useGet<Summary>("/summary")}>
      {({ crm }) => (
        <Figure
          value={crm.available ? format.number(crm.contacts ?? 0) : "–"}
          note={
            crm.available ? (
              <Link to={href("/overview")}>
                {t("deals", { count: crm.deals ?? 0 })}
              </Link>
            ) : (
              t("overview.empty")
            )
          }
        />
      )}
    </Filled>
  );
}
