import type { User } from "@plexica/api-client";
import { grantOf } from "../model/matrix";
import type { PermissionView, RoleView } from "../model/views";
import type { Question } from "./question";

/** Three questions worth asking here: something that cannot be undone, something that is given, something of the platform. */
export function samples(
  users: readonly User[],
  permissions: readonly PermissionView[],
  roles: readonly RoleView[],
): Pick<Question, "user" | "permission">[] {
  const keysOf = (user: User): string[] =>
    roles.filter((role) => user.roles.includes(role.name)).flatMap((role) => role.permissions);
  const people = [...users.filter((user) => !user.roles.includes("admin")), ...users];
  const [first, second = first] = people;
  if (!first || !second) return [];
  const plugins = permissions.filter((one) => one.source !== "core");
  const keys = [
    [first, plugins.find((one) => one.irreversible) ?? plugins.find((one) => !grantOf(keysOf(first), one.key))],
    [second, plugins.find((one) => grantOf(keysOf(second), one.key))],
    [first, permissions.find((one) => one.key === "core:users:write")],
    [second, permissions.find((one) => one.key === "core:plugins:install")],
    [first, permissions.find((one) => one.key === "core:users:read")],
  ] as const;
  return keys.flatMap(([user, one]) => (one ? [{ user: user.id, permission: one.key }] : [])).slice(0, 3);
}
