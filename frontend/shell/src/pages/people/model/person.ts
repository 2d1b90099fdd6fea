import type { User } from "@plexica/api-client";

/** First and last name, else the address; a member whose name may not be seen has neither. */
export function nameOf(one: { firstName: string | null; lastName: string | null; email: string | null }): string {
  return [one.firstName, one.lastName].filter(Boolean).join(" ") || (one.email ?? "");
}

export const TONES = { ACTIVE: "good", INACTIVE: "neutral", SUSPENDED: "warning" } as const;

/** Whether the tenant would be left without an admin if this one went. */
export function isLastAdmin(user: Pick<User, "roles" | "status">, activeAdmins: number | undefined): boolean {
  return user.status === "ACTIVE" && user.roles.includes("admin") && activeAdmins === 1;
}

export function withRole(roles: readonly string[], name: string, held: boolean): string[] {
  return held ? [...new Set([...roles, name])] : roles.filter((one) => one !== name);
}

/** Where the platform says why somebody may do what they may. */
export function explainAddress(user: string, workspace?: string): string {
  const params = new URLSearchParams({ user, ...(workspace ? { workspace } : {}) });
  return `/manage/access/explain?${params.toString()}`;
}
