import { useApi } from "@plexica/api-client";
import type { Me, WorkspaceView } from "@plexica/api-client";
import { may } from "@plexica/api-client";
import { createContext, createElement, useContext, useMemo } from "react";
import type { ReactNode } from "react";

/** Who is signed in, where they work, and what they may do there. */
export interface Myself {
  me: Me;
  tenant: NonNullable<Me["tenant"]>;
  workspace: WorkspaceView | null;
  /** First and last name, or the address of who has none. */
  name: string;
  can(permission: string): boolean;
  canAny(...permissions: string[]): boolean;
}

const MeContext = createContext<Myself | null>(null);

export const ME = "/auth/me";

export function useMeQuery() {
  return useApi<Me>(ME, { staleTime: 60_000, keepPrevious: true });
}

export function fullName(user: { firstName: string | null; lastName: string | null; email: string }): string {
  return [user.firstName, user.lastName].filter(Boolean).join(" ") || user.email;
}

function myself(me: Me): Myself {
  const can = (permission: string): boolean => may(me.permissions, permission, me.workspace?.role);
  return {
    me,
    tenant: me.tenant ?? { slug: "", name: "", plan: "", theme: {} },
    workspace: me.workspace,
    name: fullName(me.user),
    can,
    canAny: (...permissions) => permissions.some(can),
  };
}

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const value = useMemo(() => myself(me), [me]);
  return createElement(MeContext, { value }, children);
}

export function useMe(): Myself {
  const me = useContext(MeContext);
  if (!me) throw new Error("Nobody is signed in here");
  return me;
}
