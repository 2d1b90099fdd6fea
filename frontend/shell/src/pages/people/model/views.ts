export interface Role {
  id: string;
  name: string;
  description: string | null;
  system: boolean;
}

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  description?: string;
  settings: Record<string, unknown>;
  default: boolean;
  createdAt: string;
  updatedAt: string;
}

export type WorkspaceRole = "ADMIN" | "MEMBER" | "VIEWER";

export interface Team {
  id: string;
  workspaceId: string;
  name: string;
  description: string | null;
  roles: string[];
  createdAt: string;
  updatedAt: string;
}

export type TeamRole = "ADMIN" | "MEMBER";

/** Somebody in a team or a workspace; without names for who may not see people. */
export interface Member<R extends string = string> {
  userId: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  role: R;
  createdAt: string | null;
}

/** A plugin of the tenant in a workspace. */
export interface PlacedPlugin {
  plugin: string;
  name: string;
  version: string;
  status: string;
  enabled: boolean;
  enabledFeatures: string[];
  disabledFeatures: string[];
}

export interface WorkspacePlugin {
  enabled: boolean;
  configuration: Record<string, unknown>;
  secrets: string[];
  enabledFeatures: string[];
  disabledFeatures: string[];
}
