import { useApi } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { Button, DataTable, EmptyState, NameCell, SearchField, Select, SplitPage, Toolbar } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { SIZE, useListState } from "../../../common/useListState";
import { usePanel } from "../../../common/usePanel";
import { usePageTitle } from "../../../frame/title";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { PeopleHead } from "../common/PeopleHead";
import { Trouble } from "../common/Trouble";
import { useRoleName } from "../common/useRoleName";
import { useWorkspaces } from "../common/useWorkspaces";
import type { Team } from "../model/views";
import { TeamDialog } from "./TeamDialog";
import { TeamPanel } from "./TeamPanel";
import "../../../common/form.css";
import "../people.css";

const USUAL = { q: "", workspace: "", sort: "name" };

/** The teams of each workspace, and the roles that they lend their members there. */
export default function TeamsPage() {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  const { can } = useMe();
  const list = useListState<"q" | "workspace">(USUAL);
  const [open, show] = usePanel("team");
  const [making, setMaking] = useState(false);
  usePageTitle([t("title"), "/manage/people"], [t("tabs.teams")]);
  const { q, workspace, sort } = list.values;
  const { data, problem, again } = useApi<Page<Team>>("/teams", {
    query: { q, workspaceId: workspace, sort, page: list.page, size: SIZE },
    keepPrevious: true,
  });
  const workspaces = useWorkspaces().data?.items ?? [];
  const nameOfWorkspace = (id: string): string => workspaces.find((one) => one.id === id)?.name ?? "";
  const columns: Column<Team>[] = [
    {
      id: "name",
      header: t("columns.team"),
      sortable: true,
      cell: (team) => <NameCell name={team.name} below={team.description ?? undefined} />,
    },
    { id: "workspace", header: t("columns.workspace"), cell: (team) => nameOfWorkspace(team.workspaceId) },
    {
      id: "roles",
      header: t("columns.lends"),
      cell: (team) => (team.roles.length > 0 ? format.list(team.roles.map(roleName)) : t("noRoles")),
    },
  ];
  const make = can("core:teams:write") && (
    <Button variant="primary" icon={Plus} onClick={() => setMaking(true)}>
      {t("team.new")}
    </Button>
  );
  return (
    <SplitPage panel={open && <TeamPanel key={open} id={open} onClose={() => show(null)} />}>
      <PeopleHead tab="teams" primary={make} />
      <Toolbar>
        <SearchField label={t("team.search")} value={q} delay={250} onChange={(text) => list.change({ q: text })} />
        <Select
          label={t("columns.workspace")}
          hideLabel
          value={workspace}
          options={[
            { value: "", label: t("anyWorkspace") },
            ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => list.change({ workspace: value })}
        />
      </Toolbar>
      <DataTable
        label={t("tabs.teams")}
        columns={columns}
        rows={data?.items}
        rowKey={(team) => team.id}
        onOpen={(team) => show(team.id)}
        selectedKey={open}
        sort={list.sort}
        onSort={list.onSort}
        problem={problem && !data && <Trouble problem={problem} what={t("tabs.teams")} onRetry={again} />}
        onRetry={again}
        pagination={data && list.pagination(data.items.length, data.total)}
        empty={
          list.narrowed ? (
            <EmptyState title={t("nothing")} action={<Button onClick={list.clear}>{t("clear")}</Button>} />
          ) : (
            <EmptyState icon={UsersRound} title={t("team.none")} text={t("team.noneText")} action={make} />
          )
        }
      />
      {making && (
        <TeamDialog
          workspace={workspace}
          onClose={() => setMaking(false)}
          onDone={(team) => {
            setMaking(false);
            show(team.id);
          }}
        />
      )}
    </SplitPage>
  );
}
