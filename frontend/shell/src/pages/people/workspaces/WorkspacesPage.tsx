import { useApi } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { Button, DataTable, EmptyState, Key, NameCell, SearchField, StateBadge, Toolbar } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { SIZE, useListState } from "../../../common/useListState";
import { usePageTitle } from "../../../frame/title";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { PeopleHead } from "../common/PeopleHead";
import { Trouble } from "../common/Trouble";
import type { Workspace } from "../model/views";
import { NewWorkspace } from "./NewWorkspace";
import "../../../common/form.css";
import "../people.css";

const USUAL = { q: "", sort: "name" };

/** Where people work. */
export default function WorkspacesPage() {
  const t = useT("people");
  const format = useFormat();
  const navigate = useNavigate();
  const { can } = useMe();
  const list = useListState<"q">(USUAL);
  const [making, setMaking] = useState(false);
  usePageTitle([t("title"), "/manage/people"], [t("tabs.workspaces")]);
  const { q, sort } = list.values;
  const { data, problem, again } = useApi<Page<Workspace>>("/workspaces", {
    query: { q, sort, page: list.page, size: SIZE },
    keepPrevious: true,
  });
  const columns: Column<Workspace>[] = [
    {
      id: "name",
      header: t("columns.workspace"),
      sortable: true,
      cell: (one) => <NameCell name={one.name} below={one.description} />,
    },
    { id: "slug", header: t("columns.slug"), sortable: true, cell: (one) => <Key>{one.slug}</Key> },
    {
      id: "default",
      header: t("columns.default"),
      cell: (one) => (one.default ? <StateBadge tone="accent">{t("workspace.default")}</StateBadge> : null),
    },
    { id: "createdAt", header: t("columns.created"), sortable: true, cell: (one) => format.date(one.createdAt) },
  ];
  return (
    <>
      <PeopleHead
        tab="workspaces"
        primary={
          can("core:workspaces:write") && (
            <Button variant="primary" icon={Plus} onClick={() => setMaking(true)}>
              {t("workspace.new")}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchField
          label={t("workspace.search")}
          value={q}
          delay={250}
          onChange={(text) => list.change({ q: text })}
        />
      </Toolbar>
      <DataTable
        label={t("tabs.workspaces")}
        columns={columns}
        rows={data?.items}
        rowKey={(one) => one.id}
        rowHref={(one) => `/manage/people/workspaces/${one.id}`}
        sort={list.sort}
        onSort={list.onSort}
        problem={problem && !data && <Trouble problem={problem} what={t("tabs.workspaces")} onRetry={again} />}
        onRetry={again}
        pagination={data && list.pagination(data.items.length, data.total)}
        empty={<EmptyState title={t("nothing")} action={<Button onClick={list.clear}>{t("clear")}</Button>} />}
      />
      {making && (
        <NewWorkspace
          onClose={() => setMaking(false)}
          onDone={(one) => void navigate(`/manage/people/workspaces/${one.id}`)}
        />
      )}
    </>
  );
}
