import type { User, WorkspaceView } from "@plexica/api-client";
import type { PermissionView, PolicyView, RoleView } from "../model/views";
import type { Names } from "../useRights";

/** All that a question can be about. */
export interface Book {
  users: readonly User[];
  permissions: readonly PermissionView[];
  roles: readonly RoleView[];
  policies: readonly PolicyView[];
  workspaces: readonly WorkspaceView[];
  names: Names;
}
