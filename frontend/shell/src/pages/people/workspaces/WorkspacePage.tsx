import { isProblem, useApi } from "@plexica/api-client";
import { PageHead, StateBadge, Tabs } from "@plexica/ui";
import { useParams } from "react-router";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { useQueryState } from "../../../common/useQueryState";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { NotFound } from "../../NotFound";
import { Members } from "../common/Members";
import { Trouble } from "../common/Trouble";
import type { Workspace, WorkspaceRole } from "../model/views";
import { WorkspacePlugins } from "./WorkspacePlugins";
import { WorkspaceSettings } from "./WorkspaceSettings";
import "../../../common/form.css";
import "../people.css";

const ROLES: WorkspaceRole[] = ["ADMIN", "MEMBER", "VIEWER"];

/** One workspace: who works there, with which plugins, and how it is called. */
export default function WorkspacePage() {
  const t = useT("people");
  const { id = "" } = useParams();
  const { data, etag, problem, again } = useApi<Workspace>(`/workspaces/${id}`);
  usePageTitle(
    [t("title"), "/manage/people"],
    [t("tabs.workspaces"), "/manage/people/workspaces"],
    [data?.name ?? t("columns.workspace")],
  );
  if (isProblem(problem) && problem.status === 404) return <NotFound />;
  if (!data)
    return problem ? (
      <>
        <PageHead title={t("tabs.workspaces")} />
        <Trouble problem={problem} what={t("tabs.workspaces")} onRetry={again} />
      </>
    ) : (
      <PageSkeleton />
    );
  return <Shown workspace={data} etag={etag} />;
}

function Shown({ workspace, etag }: { workspace: Workspace; etag: string | null }) {
  const t = useT("people");
  const { me, can } = useMe();
  const [tab] = useQueryState("tab", "members");
  const own = `/manage/people/workspaces/${workspace.id}`;
  const there = me.workspaces.find((one) => one.id === workspace.id);
  const mayChange = can("core:workspaces:write") || there?.role === "ADMIN";
  const tabs = [
    { id: "members", label: t("workspace.tabs.members"), to: own },
    { id: "plugins", label: t("workspace.tabs.plugins"), to: `${own}?tab=plugins` },
    { id: "settings", label: t("workspace.tabs.settings"), to: `${own}?tab=settings` },
  ];
  return (
    <>
      <PageHead
        title={workspace.name}
        badge={workspace.default && <StateBadge tone="accent">{t("workspace.default")}</StateBadge>}
        description={workspace.description}
        tabs={<Tabs id="workspace" label={workspace.name} selected={tab} items={tabs} />}
      />
      {tab === "plugins" ? (
        <WorkspacePlugins workspace={workspace} mayChange={mayChange} />
      ) : tab === "settings" ? (
        <WorkspaceSettings key={workspace.id} workspace={workspace} etag={etag} mayChange={mayChange} />
      ) : (
        <Members
          of={`/workspaces/${workspace.id}`}
          title={workspace.name}
          roles={ROLES}
          usual="MEMBER"
          mayChange={mayChange}
          everybody={workspace.default}
        />
      )}
    </>
  );
}
