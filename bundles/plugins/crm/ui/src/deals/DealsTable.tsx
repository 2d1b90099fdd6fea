import { usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import { Button, DataTable, ProblemView } from "@plexica/ui";
import { paging, readSort, writeSort } from "../common/listing";
import type { Deal } from "../common/types";
import type { Address } from "../common/useAddress";
import { useGet } from "../common/useGet";
import { useDealColumns } from "./columns";
import { DealMenu } from "./DealMenu";
import { NoDeals } from "./NoDeals";

const SIZE = 25;

export function DealsTable({
  address,
  onAdd,
}: {
  address: Address;
  onAdd: (() => void) | undefined;
}) {
  const { t, can } = usePlexica();
  const columns = useDealColumns();
  const { words, set } = address;
  const q = words.get("q") ?? "";
  const sort = words.get("sort") ?? "-updatedAt";
  const page = Math.max(
    0,
    Number.parseInt(words.get("page") ?? "1", 10) - 1 || 0,
  );
  const { data, problem, again } = useGet<Page<Deal>>("/deals", {
    q,
    sort,
    page,
    size: SIZE,
  });
  const clear = (
    <Button onClick={() => set({ q: null, page: null })}>
      {t("clearSearch")}
    </Button>
  );
  return (
    <DataTable
      label={t("deals.label")}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      sort={readSort(sort)}
      onSort={(next) => set({ sort: writeSort(next), page: null })}
      rowActions={
        can("crm:deals:write") || can("crm:deals:delete")
          ? (row) => <DealMenu deal={row} />
          : undefined
      }
      problem={
        problem && !data && <ProblemView problem={problem} onRetry={again} />
      }
      onRetry={again}
      pagination={paging(data, (next) => set({ page: next }))}
      empty={<NoDeals q={q} clear={clear} onAdd={onAdd} />}
    />
  );
}
