import { covers } from "@plexica/api-client";
import { isWild, ownerOf } from "./keys";
import type { PermissionView, RoleView } from "./views";

/** Permissions of one source, in the order of their names. */
export interface Group {
  source: string;
  permissions: PermissionView[];
}

/** By source: the platform's first, then plugins by their names. */
export function grouped(permissions: readonly PermissionView[], nameOf: (source: string) => string): Group[] {
  const bySource = new Map<string, PermissionView[]>();
  for (const one of permissions) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  return [...bySource]
    .map(([source, those]) => ({ source, permissions: those }))
    .sort((a, b) => rank(a.source) - rank(b.source) || nameOf(a.source).localeCompare(nameOf(b.source)));
}

function rank(source: string): number {
  return source === "core" ? 1 : 0;
}

/** How a role comes to a permission: by its key, by a pattern, or not at all. */
export type Grant = { by: "key" } | { by: "pattern"; pattern: string } | undefined;

export function grantOf(held: readonly string[], key: string): Grant {
  if (held.includes(key)) return { by: "key" };
  const pattern = held.find((one) => covers(one, key));
  return pattern === undefined ? undefined : { by: "pattern", pattern };
}

/** The pattern that stands for all that a source has, or will have. */
export function allOf(source: string): string {
  return `${source}:*`;
}

/** Keys and patterns of a role that no known permission and no source stands for: those of plugins that are not here. */
export function strangers(role: readonly string[], permissions: readonly PermissionView[]): string[] {
  const sources = new Set(permissions.map((one) => one.source));
  const keys = new Set(permissions.map((one) => one.key));
  return role.filter((key) => !keys.has(key) && !(key === "*" || (isWild(key) && sources.has(ownerOf(key)))));
}

/** What somebody with the new keys may do that they could not before, and the other way round. */
export function change(before: readonly string[], after: readonly string[], permissions: readonly PermissionView[]) {
  const has = (keys: readonly string[], key: string): boolean => keys.some((one) => covers(one, key));
  return {
    gained: permissions.filter(({ key }) => has(after, key) && !has(before, key)),
    lost: permissions.filter(({ key }) => has(before, key) && !has(after, key)),
  };
}

/** Adds or takes one key. */
export function toggled(keys: readonly string[], key: string, on: boolean): string[] {
  return on ? [...new Set([...keys, key])].sort() : keys.filter((one) => one !== key);
}

/** The system's roles first, the mightiest of them before the others; then by name. */
export function inOrder(roles: readonly RoleView[]): RoleView[] {
  const place = (role: RoleView): number =>
    role.system ? Math.max(0, ["admin", "member", "viewer"].indexOf(role.name)) : 9;
  return [...roles].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}
