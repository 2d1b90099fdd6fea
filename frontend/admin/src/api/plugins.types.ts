import type { Installation, PermissionChange, PluginVersion, Preview } from "@plexica/api-client";

/** What the platform answers about plugins, as far as these pages read it. */

export type VersionStatus = "AVAILABLE" | "DEPRECATED" | "RETIRED" | "QUARANTINED";

export interface Dependency {
  plugin: string;
  version: string;
  optional?: boolean;
}

/** A version as operators see it. */
export interface Version extends PluginVersion {
  publishedBy?: string;
  compatibility: { platform?: string; runs: boolean; needs: Dependency[]; conflicts: string[] };
}

export interface Figures {
  calls: number;
  errors: number;
  /** Errors among calls, from 0 to 1. */
  errorRate: number;
  p50: number;
  p95: number;
  p99: number;
  inFlight: number;
  queued: number;
  rejected: number;
  timeouts: number;
  breaker: string;
  hungThreads: number;
}

export interface VersionStats extends Figures {
  version: string;
  status: VersionStatus;
  leaks: number;
  droppedLines: number;
  bytes: number;
  tenants: number;
}

export interface TenantStats extends Figures {
  tenant: string;
  version: string;
}

export interface PluginStats {
  plugin: string;
  versions: VersionStats[];
  tenants: TenantStats[];
  usage: { action: string; count: number; lastAt: string }[];
  services: {
    provider: string;
    caller: string;
    tenant: string;
    calls: number;
    errors: number;
    timeouts: number;
    mean: number;
    longest: number;
  }[];
  installations: number;
}

/** A tenant that a roll-out has moved and that is still watched. */
export interface RolloutMove {
  tenant: string;
  plugin: string;
  from: string;
  to: string;
  movedAt: string;
  until: string;
  backReason?: string;
  backFailure?: string;
}

/** A tenant that has a plugin. */
export interface TenantInstallation extends Pick<Installation, "version" | "status"> {
  tenant: string;
  installedAt?: string | null;
  installedBy?: { id: string; email: string | null } | null;
  reason?: string | null;
}

/** How a roll-out was told to end; who says so first says how. */
export interface Cancellation {
  plugin: string;
  version: string;
  by: string;
  /** Whether the tenants that it has moved stay. */
  keep?: boolean;
}

export interface RolloutReport {
  plugin: string;
  version: string;
  outcome: "COMPLETED" | "STOPPED";
  moved: string[];
  unchanged: string[];
  failed: { tenant: string; reason: string }[];
  movedBack: string[];
  stopped?: string;
  watchedUntil?: string;
}

export interface PreviewProblem {
  code: string;
  message: string;
  pointer?: string;
}

export interface TenantChange {
  tenant: string;
  from: string;
  moves: boolean;
  permissions: { gained: PermissionChange[]; lost: PermissionChange[] };
  migrations: string[];
  problems: PreviewProblem[];
}

/** What publishing a jar would mean. */
export interface PublicationPreview extends Preview {
  tenants?: TenantChange[];
}
