import { useApi } from "@plexica/api-client";
import {
  Avatar,
  Badge,
  Button,
  DataTable,
  EmptyState,
  NameCell,
  PageHead,
  SearchField,
  Toolbar,
  useHotkey,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { UserPlus, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page, Person } from "../../api/types";
import { PersonBadge } from "../../common/badges";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { isLastActive, personName } from "../../logic/person";
import { useMe } from "../../state/me";
import { useList } from "../../state/useList";
import { AddDialog } from "./AddDialog";
import { UserMenu } from "./UserMenu";

const SIZE = 25;
const NO_FILTERS: string[] = [];

/** Those who run the platform. */
export function UsersPage() {
  const { t } = useTranslation("users");
  usePageTitle([t("title")]);
  const list = useList(NO_FILTERS, "email");
  const asked = useApi<Page<Person>>("/super-admins", {
    query: { page: list.page, size: SIZE, sort: list.sort, q: list.q },
    keepPrevious: true,
  });
  const everybody = useApi<Page<Person>>("/super-admins", { query: { size: 200 } });
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns();
  useHotkey("n", () => setAdding(true));
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("intro")}
        primary={
          <Button variant="primary" icon={UserPlus} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        }
      />
      <Toolbar>
        <SearchField label={t("filter")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />
      </Toolbar>
      <DataTable<Person>
        label={t("title")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={(row) => row.id}
        sort={list.order}
        onSort={list.onSort}
        rowActions={(row) => <UserMenu person={row} isLast={isLastActive(everybody.data?.items ?? [], row)} />}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        skeletonRows={3}
        empty={
          <EmptyState
            icon={Users}
            title={t("common:list.nothingFor", { q: list.q })}
            action={<Button onClick={list.clear}>{t("common:action.clear")}</Button>}
          />
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function useColumns(): Column<Person>[] {
  const { t } = useTranslation("users");
  const format = useFormat();
  const { user } = useMe();
  return useMemo(
    () => [
      {
        id: "email",
        header: t("column.name"),
        sortable: true,
        cell: (row) => (
          <NameCell
            name={
              <span className="ad-inline">
                {personName(row)}
                {row.email === user.email && <Badge>{t("you")}</Badge>}
              </span>
            }
            below={row.email}
            icon={<Avatar name={personName(row)} />}
          />
        ),
      },
      { id: "status", header: t("column.status"), sortable: true, cell: (row) => <PersonBadge person={row} /> },
      {
        id: "lastSeenAt",
        header: t("column.seen"),
        sortable: true,
        cell: (row) => (row.lastSeenAt ? format.ago(row.lastSeenAt) : t("common:time.never")),
      },
      { id: "createdAt", header: t("column.since"), sortable: true, cell: (row) => format.date(row.createdAt) },
    ],
    [t, format, user.email],
  );
}
