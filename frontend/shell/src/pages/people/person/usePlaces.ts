import { useApi, usePlatform } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { useQueries } from "@tanstack/react-query";
import { useMe } from "../../../state/me";
import type { Member, Team, TeamRole, Workspace, WorkspaceRole } from "../model/views";

/** The platform has no list of somebody's teams: so many are looked through, and it is said when there are more. */
const MOST = 30;

export interface Place<P, R> {
  place: P;
  role: R;
}

export interface Places {
  teams: Place<Team, TeamRole>[];
  workspaces: Place<Workspace, WorkspaceRole>[];
  loading: boolean;
  /** Not all could be looked through. */
  partial: boolean;
}

/** The teams and workspaces that somebody belongs to. */
export function usePlaces(user: Pick<User, "id" | "email">): Places {
  const { can } = useMe();
  const query = { size: MOST };
  const teams = useApi<Page<Team>>("/teams", { query, enabled: can("core:teams:read") });
  const workspaces = useApi<Page<Workspace>>("/workspaces", { query });
  const teamRoles = useRolesIn<TeamRole>("/teams", teams.data?.items, user);
  const workspaceRoles = useRolesIn<WorkspaceRole>("/workspaces", workspaces.data?.items, user);
  return {
    teams: matched(teams.data?.items, teamRoles.roles),
    workspaces: matched(workspaces.data?.items, workspaceRoles.roles),
    loading: teams.loading || workspaces.loading || teamRoles.loading || workspaceRoles.loading,
    partial: [teams.data, workspaces.data].some((page) => page !== undefined && page.total > page.items.length),
  };
}

function useRolesIn<R extends string>(
  path: string,
  places: readonly { id: string }[] | undefined,
  user: Pick<User, "id" | "email">,
) {
  const { api } = usePlatform();
  const answers = useQueries({
    queries: (places ?? []).map(({ id }) => ({
      queryKey: [`${path}/${id}/members`, { of: user.id }, null],
      queryFn: () => api.get<Page<Member<R>>>(`${path}/${id}/members`, { q: user.email, size: 10 }),
      staleTime: 10_000,
    })),
  });
  return {
    roles: answers.map(({ data }) => data?.items.find((member) => member.userId === user.id)?.role),
    loading: answers.some((answer) => answer.isLoading),
  };
}

function matched<P, R>(places: readonly P[] | undefined, roles: readonly (R | undefined)[]): Place<P, R>[] {
  return (places ?? []).flatMap((place, at) => {
    const role = roles[at];
    return role === undefined ? [] : [{ place, role }];
  });
}
