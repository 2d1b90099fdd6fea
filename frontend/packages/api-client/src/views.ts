/** What the platform shows over the network, in the words of its REST interface. */

export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}

export interface WorkspaceView {
  id: string;
  name: string;
  slug: string;
  role: "ADMIN" | "MEMBER" | "VIEWER" | null;
}

export interface Theme {
  colors?: Record<string, string>;
  logo?: string;
  logoDark?: string;
  favicon?: string;
  mode?: "light" | "dark" | "system";
}

/** `/auth/me` */
export interface Me {
  user: { id: string; email: string; firstName: string | null; lastName: string | null; status: string };
  superAdmin: boolean;
  tenant: { slug: string; name: string; plan: string; theme: Theme } | null;
  workspace: WorkspaceView | null;
  workspaces: WorkspaceView[];
  roles: string[];
  permissions: string[];
  plugins: { id: string; version: string }[];
}

/** One thing that a plugin adds to a place in the console. */
export interface Contribution {
  point: string;
  module: string;
  /** The address of the module's file. */
  url: string;
  label?: string;
  icon?: string;
  order?: number;
  permission?: string;
}

/** A plugin that is enabled where the caller is, with what the caller may see of it. */
export interface ConsolePlugin {
  id: string;
  name: string;
  version: string;
  /** An address. */
  icon?: string;
  routePrefix?: string;
  sandbox: boolean;
  entry?: string;
  integrity: Record<string, string>;
  namespaces: string[];
  locales: string[];
  contributions: Contribution[];
}

/** `/console` */
export interface ConsoleView {
  plugins: ConsolePlugin[];
}

export type InstallationStatus = "IN_PROGRESS" | "INSTALLED" | "DISABLED" | "FAILED" | "UNINSTALLED";

export interface Installation {
  plugin: string;
  version: string;
  status: InstallationStatus;
  enabled: boolean;
  installedAt: string | null;
  installedBy: { id: string; email: string | null } | null;
  disabledAt: string | null;
  uninstalledAt: string | null;
  reason: string | null;
  operation: string | null;
  warnings: string[];
  createdAt: string;
  updatedAt: string;
}

export interface PluginPermission {
  key: string;
  name: string;
  description?: string;
  defaultRoles?: string[];
  irreversible?: boolean;
}

export interface PluginView {
  id: string;
  name: string;
  version: string;
  status: string;
  description?: string;
  author?: { name: string; email?: string; url?: string };
  license?: string;
  category?: string;
  tags: string[];
  icon?: string;
  homepage?: string;
  plans: string[];
  dependencies: { plugin: string; version: string; optional?: boolean }[];
  permissions: PluginPermission[];
  features: { key: string; name: string; default: boolean }[];
  versions: string[];
  publishedAt: string;
  installation?: Installation;
}

export interface PluginVersion {
  id: string;
  version: string;
  status: "AVAILABLE" | "DEPRECATED" | "RETIRED" | "QUARANTINED";
  digest: string;
  size: number;
  manifest: Manifest;
  publishedAt: string;
  source: string;
  signer?: string;
  /** Whether its pages, if it has any, run in frames without an origin. */
  sandboxed?: boolean;
  replacement?: string;
  endOfLife?: string;
  reason?: string;
  running: boolean;
  problem?: string;
}

/** What of a manifest the console reads. */
export interface Manifest {
  id: string;
  name: string;
  version: string;
  description?: string;
  platform?: string;
  permissions?: PluginPermission[];
  data?: { migrations?: string; workspaceAware?: boolean };
  events?: { publishes?: string[]; subscribes?: string[] };
  jobs?: { name: string; schedule?: string }[];
  configuration?: { schema?: JsonSchema; defaults?: Record<string, unknown>; secrets?: string[] };
  services?: { provides?: { name: string }[]; requires?: { name: string; optional?: boolean }[] };
  web?: { routePrefix?: string; sandbox?: boolean; contributions?: Omit<Contribution, "url">[] };
  [key: string]: unknown;
}

export type JsonSchema = Record<string, unknown>;

export interface PermissionChange {
  key: string;
  name: string;
  roles: string[];
  people: number;
  irreversible: boolean;
}

/** What a call would do. */
export interface Preview {
  dryRun: true;
  steps: { action: string; target: string; detail: string }[];
  permissions: { gained: PermissionChange[]; lost: PermissionChange[] };
  migrations: string[];
  events: { publishes: string[]; subscribes: string[] };
  contributions: (Omit<Contribution, "url"> & { plugin: string })[];
  /** What the console would have no more. */
  contributionsLost?: (Omit<Contribution, "url"> & { plugin: string })[];
  data: { table: string; rows: number }[];
  dependants: string[];
  problems: { code: string; message: string; pointer?: string }[];
  warnings: string[];
  state: string;
}

export interface PluginConfiguration {
  values: Record<string, unknown>;
  origins: Record<string, unknown>;
  secrets: Record<string, { set: boolean; origin: string | null }>;
  schema: JsonSchema;
  problems: { pointer: string; message: string }[];
  changedAt: string | null;
  changedBy: { id: string; email: string | null } | null;
}

export interface Operation {
  id: string;
  type: string;
  status: "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
  progress: number;
  step: string | null;
  message: string | null;
  startedAt: string;
  finishedAt: string | null;
  result: unknown;
  problem: { code?: string; detail?: string; traceId?: string } | null;
}

export interface Notification {
  id: string;
  type: string;
  source: string;
  severity: "INFO" | "SUCCESS" | "WARNING" | "ERROR";
  title: string;
  body: string;
  link?: string;
  createdAt: string;
  readAt?: string;
}

export interface NotificationPage extends Page<Notification> {
  unread: number;
}

export interface User {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  status: "ACTIVE" | "INACTIVE" | "SUSPENDED";
  roles: string[];
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** News of the live stream. */
export interface InstallationsNews {
  tenant: string;
  plugins?: { id: string; version: string; available: boolean }[];
}

export interface RightsNews {
  roles: string[];
  permissions: string[];
  workspace?: string;
  workspaceRole?: string;
}

export interface NotificationNews {
  unread: number;
  notification: Notification | null;
}
