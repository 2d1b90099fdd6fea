import { useApi, usePlatform, useWorkspaceChoice } from "@plexica/api-client";
import type { Page, Problem, User } from "@plexica/api-client";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../state/me";
import type { CheckView, PolicyView } from "../model/views";
import type { Question } from "./question";

/** What the platform decides, and why. */
export function useAnswer(question: Question) {
  const { api } = usePlatform();
  const workspace = useWorkspaceChoice();
  return useQuery<CheckView, Problem>({
    queryKey: ["/authorization/check", question, workspace ?? null],
    queryFn: ({ signal }) => api.post<CheckView>("/authorization/check", question, { signal }),
    staleTime: 0,
  });
}

export interface AuditRow {
  at: string;
  actor?: { id?: string; email?: string };
  before?: { roles?: string[] };
  after?: { roles?: string[] };
}

const SYSTEM = "system";

export interface Origin {
  by: string | undefined;
  at: string;
}

/** Who gave each role and when, as far as the audit log tells and one may read it. */
export function useGivers(user: string): (role: string) => Origin | undefined {
  const { can } = useMe();
  const { data } = useApi<Page<AuditRow>>("/audit-log", {
    query: { action: "core.user.roles-assigned", resource: `user/${user}`, size: 50 },
    enabled: can("core:audit:read"),
  });
  return (role) => {
    const row = data?.items.find((one) => one.after?.roles?.includes(role) && !one.before?.roles?.includes(role));
    return row && originOf(row);
  };
}

/** Who last wrote a policy, and when. */
export function usePolicyOrigin(policy: PolicyView | undefined): Origin | undefined {
  const { can } = useMe();
  const { data } = useApi<Page<AuditRow>>("/audit-log", {
    query: { resource: `policy/${policy?.id}`, size: 1 },
    enabled: policy !== undefined && can("core:audit:read"),
  });
  const row = data?.items[0];
  return row ? originOf(row) : policy && { by: undefined, at: policy.updatedAt };
}

function originOf({ actor, at }: AuditRow): Origin {
  return { by: actor?.email === SYSTEM ? undefined : actor?.email, at };
}

/** The user in question. */
export function useUser(id: string) {
  return useApi<User>(`/users/${id}`, { enabled: id !== "" });
}
