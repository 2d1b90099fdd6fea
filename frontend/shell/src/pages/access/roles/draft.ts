import type { Resource } from "../form/resource";
import type { RoleView } from "../model/views";

/** What is typed for a role. */
export interface RoleDraft {
  name: string;
  description: string;
  permissions: string[];
}

export const NEW: RoleDraft = { name: "", description: "", permissions: [] };

export function draftOf(role: RoleView): RoleDraft {
  return { name: role.name, description: role.description ?? "", permissions: [...role.permissions].sort() };
}

export function bodyOf(draft: RoleDraft) {
  return { name: draft.name.trim(), description: draft.description.trim() || null, permissions: draft.permissions };
}

export const ROLES: Resource<RoleView, RoleDraft> = {
  path: "/roles",
  page: "/manage/access",
  method: "PATCH",
  touches: ["/auth/me"],
  draftOf,
  bodyOf,
  saved: "roleForm.saved",
  created: "roleForm.created",
};

export function isSame(one: RoleDraft, other: RoleDraft): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}
