import { usePlexica } from "@plexica/plugin-api";
import { Link, StateBadge } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { useFormat } from "../common/format";
import type { Deal } from "../common/types";
import { ContactName } from "./ContactName";
import { TONES, wordOf } from "./stages";

/** The columns of a table of deals. */
export function useDealColumns(): Column<Deal>[] {
  const { t, can, href } = usePlexica();
  const format = useFormat();
  return [
    {
      id: "title",
      header: t("deal.title"),
      sortable: true,
      cell: (row) => row.title,
    },
    {
      id: "contact",
      header: t("deal.contact"),
      cell: (row) =>
        can("crm:contacts:read") && (
          <Link to={href(`/contacts/${row.contactId}`)}>
            <ContactName id={row.contactId} />
          </Link>
        ),
    },
    {
      id: "stage",
      header: t("deal.stage"),
      sortable: true,
      cell: (row) => (
        <StateBadge tone={TONES[row.stage]}>{t(wordOf(row.stage))}</StateBadge>
      ),
    },
    {
      id: "amount",
      header: t("deal.amount"),
      numeric: true,
      sortable: true,
      cell: (row) => format.money(row.amount, row.currency),
    },
    {
      id: "updatedAt",
      header: t("contact.updated"),
      sortable: true,
      hideOnPhone: true,
      cell: (row) => format.ago(row.updatedAt),
    },
  ];
}
