import { isProblem, useApi } from "@plexica/api-client";
import { Button, KeyValueList, Loading, ProblemView, SidePanel, SkeletonText, Stack } from "@plexica/ui";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { Members } from "../common/Members";
import { useRoleName } from "../common/useRoleName";
import { useWorkspaces } from "../common/useWorkspaces";
import type { Team, TeamRole } from "../model/views";
import { DeleteTeam } from "./DeleteTeam";
import { TeamDialog } from "./TeamDialog";

const ROLES: TeamRole[] = ["ADMIN", "MEMBER"];

/** A team beside the list: what it lends, and who is in it. */
export function TeamPanel({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  const { can } = useMe();
  const { data: team, etag, problem, again } = useApi<Team>(`/teams/${id}`);
  const workspace = useWorkspaces().data?.items.find((one) => one.id === team?.workspaceId);
  const [open, setOpen] = useState<"change" | "delete" | null>(null);
  const mayChange = can("core:teams:write");
  const gone = isProblem(problem) && problem.status === 404;
  return (
    <SidePanel
      title={team?.name ?? t("columns.team")}
      description={team?.description ?? undefined}
      onClose={onClose}
      actions={
        team &&
        mayChange && (
          <>
            <Button variant="quiet" icon={Trash2} onClick={() => setOpen("delete")}>
              {t("team.delete")}
            </Button>
            <Button onClick={() => setOpen("change")}>{t("team.edit")}</Button>
          </>
        )
      }
    >
      {problem && !team && <ProblemView problem={gone ? { title: t("goneText") } : problem} onRetry={again} />}
      {!team && !problem && (
        <Loading onRetry={again}>
          <SkeletonText lines={6} />
        </Loading>
      )}
      {team && (
        <Stack gap={20}>
          <KeyValueList
            items={[
              { label: t("columns.workspace"), value: workspace?.name ?? "" },
              {
                label: t("columns.lends"),
                value: team.roles.length > 0 ? format.list(team.roles.map(roleName)) : t("noRoles"),
              },
            ]}
          />
          <h3>{t("members.title")}</h3>
          <Members of={`/teams/${id}`} title={team.name} roles={ROLES} usual="MEMBER" mayChange={mayChange} />
        </Stack>
      )}
      {team && open === "change" && (
        <TeamDialog team={team} etag={etag} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />
      )}
      {team && open === "delete" && <DeleteTeam team={team} onClose={() => setOpen(null)} onGone={onClose} />}
    </SidePanel>
  );
}
