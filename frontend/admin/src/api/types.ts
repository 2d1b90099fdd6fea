import type { Notification, Theme } from "@plexica/api-client";

export type { Installation, Operation, Page } from "@plexica/api-client";

/** What the platform answers super admins, as far as these pages read it. */

export type TenantStatus = "PROVISIONING" | "ACTIVE" | "SUSPENDED" | "PENDING_DELETION" | "DELETED";

export interface TenantSettings {
  general?: { language?: string; timezone?: string; contactEmail?: string; website?: string };
  [group: string]: unknown;
}

export interface Tenant {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  plan: string;
  /** How many it has; told in lists. */
  plugins?: number | null;
  settings?: TenantSettings;
  theme: Theme;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
}

export interface TenantDraft {
  slug: string;
  name: string;
  /** Left out for the platform's first one. */
  plan?: string;
  admin: { email: string; firstName?: string; lastName?: string; password?: string };
}

export interface Person {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  status: "ACTIVE" | "INACTIVE" | "SUSPENDED";
  roles?: string[];
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface HealthCheck {
  healthy: boolean;
  responseTime: number;
  error: string | null;
  details?: Record<string, string>;
}

export interface Health {
  status: "healthy" | "degraded" | "unhealthy";
  timestamp: string;
  checks: Record<string, HealthCheck>;
}

export interface DeadLetter {
  id: string;
  tenant: string;
  plugin: string;
  event: string;
  eventId: string;
  aggregateId: string;
  payload: Record<string, unknown>;
  status: "DEAD" | "PENDING";
  attempts: number;
  reason: string | null;
  traceId: string;
  createdAt: string;
  updatedAt: string;
}

export interface Job {
  id: string;
  tenant: string;
  plugin: string;
  name: string;
  schedule: string | null;
  timeZone: string;
  status: "SCHEDULED" | "RUNNING" | "PAUSED" | "WAITING";
  nextRunAt: string | null;
  failures: number;
  lastRun: { status: RunStatus; startedAt: string; finishedAt: string | null; error: string | null } | null;
}

export type RunStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "CUT_OFF";

export interface JobRun {
  id: string;
  version: string;
  trigger: "SCHEDULE" | "HAND" | "PLUGIN";
  attempt: number;
  node: string;
  status: RunStatus;
  startedAt: string;
  finishedAt: string | null;
  durationMillis: number | null;
  error: string | null;
}

export interface Flag {
  key: string;
  description?: string;
  enabled: boolean;
  tenants: Record<string, boolean>;
  plans: string[];
  createdAt: string;
  updatedAt: string;
}

/** A notification of an operator's; messages that could not be mailed are among them. */
export interface Notice extends Notification {
  to?: string;
  reason?: string;
}
