import { usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import {
  Avatar,
  Button,
  DataTable,
  EmptyState,
  NameCell,
  ProblemView,
} from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Contact as ContactIcon, SearchX } from "lucide-react";
import { useFormat } from "../common/format";
import { paging, readSort, writeSort } from "../common/listing";
import type { Contact } from "../common/types";
import type { Address } from "../common/useAddress";
import { useGet } from "../common/useGet";
import { ContactMenu } from "./ContactMenu";

const SIZE = 25;

/** The list itself; what it is narrowed by stands in the address. */
export function ContactsTable({
  address,
  onAdd,
}: {
  address: Address;
  onAdd: (() => void) | undefined;
}) {
  const { t, can } = usePlexica();
  const format = useFormat();
  const { words, set } = address;
  const q = words.get("q") ?? "";
  const sort = words.get("sort") ?? "name";
  const page = Math.max(
    0,
    Number.parseInt(words.get("page") ?? "1", 10) - 1 || 0,
  );
  const { data, problem, again } = useGet<Page<Contact>>("/contacts", {
    q,
    sort,
    page,
    size: SIZE,
  });
  const columns: Column<Contact>[] = [
    {
      id: "name",
      header: t("contact.name"),
      sortable: true,
      cell: (row) => (
        <NameCell
          name={row.name}
          below={row.email}
          icon={<Avatar name={row.name} size={30} />}
        />
      ),
    },
    {
      id: "company",
      header: t("contact.company"),
      sortable: true,
      cell: (row) => row.company,
    },
    { id: "phone", header: t("contact.phone"), cell: (row) => row.phone },
    {
      id: "updatedAt",
      header: t("contact.updated"),
      sortable: true,
      hideOnPhone: true,
      cell: (row) => format.ago(row.updatedAt),
    },
  ];
  const acts = can("crm:contacts:write") || can("crm:contacts:delete");
  return (
    <DataTable
      label={t("contacts.label")}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      onOpen={(row) => set({ open: row.id }, { push: true })}
      selectedKey={words.get("open")}
      sort={readSort(sort)}
      onSort={(next) => set({ sort: writeSort(next), page: null })}
      rowActions={acts ? (row) => <ContactMenu contact={row} /> : undefined}
      problem={
        problem && !data && <ProblemView problem={problem} onRetry={again} />
      }
      onRetry={again}
      pagination={paging(data, (next) => set({ page: next }))}
      empty={
        q ? (
          <EmptyState
            icon={SearchX}
            title={t("contacts.none", { q })}
            action={
              <Button onClick={() => set({ q: null, page: null })}>
                {t("clearSearch")}
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={ContactIcon}
            title={t("contacts.empty")}
            text={t(onAdd ? "contacts.emptyText" : "contacts.emptyReader")}
            action={
              onAdd && <Button onClick={onAdd}>{t("contact.new")}</Button>
            }
          />
        )
      }
    />
  );
}
