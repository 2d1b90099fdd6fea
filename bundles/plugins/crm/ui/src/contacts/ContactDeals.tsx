import { usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import {
  Button,
  DataTable,
  EmptyState,
  ProblemView,
  Toolbar,
} from "@plexica/ui";
import { Handshake, Plus } from "lucide-react";
import { useState } from "react";
import type { Contact, Deal } from "../common/types";
import { useGet } from "../common/useGet";
import { useDealColumns } from "../deals/columns";
import { DealDialog } from "../deals/DealDialog";
import { DealMenu } from "../deals/DealMenu";

/** What may come of a contact. */
export function ContactDeals({ contact }: { contact: Contact }) {
  const { t, can } = usePlexica();
  const [adding, setAdding] = useState(false);
  const query = { contactId: contact.id, sort: "-updatedAt", size: 100 };
  const { data, problem, again } = useGet<Page<Deal>>("/deals", query);
  const columns = useDealColumns();
  const write = can("crm:deals:write");
  const add = write && (
    <Button icon={Plus} onClick={() => setAdding(true)}>
      {t("deal.new")}
    </Button>
  );
  return (
    <>
      {data && data.total > 0 && (
        <Toolbar end={add}>{t("deals.count", { count: data.total })}</Toolbar>
      )}
      <DataTable
        label={t("contact.deals", { name: contact.name })}
        columns={columns.filter(({ id }) => id !== "contact")}
        rows={data?.items}
        rowKey={(row) => row.id}
        rowActions={
          write || can("crm:deals:delete")
            ? (row) => <DealMenu deal={row} />
            : undefined
        }
        problem={
          problem && !data && <ProblemView problem={problem} onRetry={again} />
        }
        onRetry={again}
        skeletonRows={3}
        empty={
          <EmptyState
            icon={Handshake}
            title={t("contact.noDeals", { name: contact.name })}
            action={add}
          />
        }
      />
      {adding && (
        <DealDialog contact={contact} onClose={() => setAdding(false)} />
      )}
    </>
  );
}
