import type { Condition } from "./conditions";

/** What the platform says of roles, permissions and policies. */
export interface RoleView {
  id: string;
  name: string;
  description: string | null;
  permissions: string[];
  system: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface PermissionView {
  key: string;
  name: string;
  description: string | null;
  /** `core`, or the plugin that brought it. */
  source: string;
  irreversible: boolean;
}

export interface PolicyView {
  id: string;
  name: string;
  description: string | null;
  permission: string;
  effect: "ALLOW" | "DENY";
  conditions: Condition;
  priority: number;
  source: "CORE" | "PLUGIN" | "SUPER_ADMIN" | "TENANT_ADMIN";
  plugin?: string;
  createdAt: string;
  updatedAt: string;
}

/** `/authorization/check` */
export interface CheckView {
  allowed: boolean;
  reason: "role" | "workspace-role" | "policy";
  role: string | null;
  policy: { id: string; name: string } | null;
  condition: Condition | null;
  grants: { role: string; via: "user" | "team"; team: string | null; key: string }[];
  remedies: { action: string; people: number }[];
  explanation: string;
}
