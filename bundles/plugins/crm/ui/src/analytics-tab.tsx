import { usePlexica } from "@plexica/plugin-api";
import type { Page, PageTab } from "@plexica/plugin-api";
import { DataTable, EmptyState, ProblemView } from "@plexica/ui";
import { Handshake } from "lucide-react";
import { readSort } from "./common/listing";
import type { Deal } from "./common/types";
import { useGet } from "./common/useGet";
import { useDealColumns } from "./deals/columns";

const SORT = "-amount";

/** The largest deals, on the page of analytics: what the sums there are made of. */
function LargestDeals() {
  const { t } = usePlexica();
  const columns = useDealColumns().map((column) => ({
    ...column,
    sortable: false,
  }));
  const { data, problem, again } = useGet<Page<Deal>>("/deals", {
    sort: SORT,
    size: 20,
  });
  return (
    <DataTable
      label={t("Largest deals")}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      sort={readSort(SORT)}
      problem={
        problem && !data && <ProblemView problem={problem} onRetry={again} />
      }
      onRetry={again}
      empty={<EmptyState icon={Handshake} title={t("deals.empty")} />}
    />
  );
}

const tab: PageTab = { target: "analytics:overview", component: LargestDeals };

export default tab;
