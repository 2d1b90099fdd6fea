import type { PluginStats, Version } from "../api/plugins.types";
import type { Health, Operation, Tenant } from "../api/types";

/** Something that an operator should look at, the worst first. */
export interface Matter {
  kind: "check" | "version" | "creation" | "deadLetters" | "endOfLife" | "purge";
  weight: number;
  to: string;
  values: Record<string, string | number>;
  reason?: string;
}

const DAY = 86_400_000;

export interface Known {
  health?: Health | undefined;
  deadLetters?: number | undefined;
  failedCreations?: Operation[] | undefined;
  leaving?: Tenant[] | undefined;
  versions?: Version[] | undefined;
  stats?: PluginStats[] | undefined;
}

export function matters(known: Known, now: number): Matter[] {
  const found = [
    ...checks(known.health),
    ...(known.versions ?? []).flatMap((version) => ofVersion(version, known.stats ?? [], now)),
    ...(known.failedCreations ?? [])
      .filter((operation) => now - Date.parse(operation.finishedAt ?? operation.startedAt) < DAY)
      .slice(0, 3)
      .map(creation),
    ...letters(known.deadLetters ?? 0),
    ...(known.leaving ?? []).filter((tenant) => soon(tenant, now)).map(leaving),
  ];
  return found.sort((one, other) => other.weight - one.weight);
}

function checks(health: Health | undefined): Matter[] {
  return Object.entries(health?.checks ?? {})
    .filter(([, check]) => !check.healthy)
    .map(([name, check]) => ({
      kind: "check" as const,
      weight: 100,
      to: "/health",
      values: { name },
      ...(check.error ? { reason: check.error } : {}),
    }));
}

function ofVersion(version: Version, stats: PluginStats[], now: number): Matter[] {
  const values = { plugin: version.id, version: version.version };
  const to = `/registry/${version.id}`;
  const users = stats
    .find((one) => one.plugin === version.id)
    ?.versions.find((one) => one.version === version.version)?.tenants;
  if (version.problem && version.status !== "QUARANTINED" && version.status !== "RETIRED") {
    return [{ kind: "version", weight: 90, to, values, reason: version.problem }];
  }
  if (version.endOfLife && users && Date.parse(version.endOfLife) - now < 30 * DAY) {
    return [{ kind: "endOfLife", weight: 40, to, values: { ...values, count: users, date: version.endOfLife } }];
  }
  return [];
}

function creation(operation: Operation): Matter {
  const reason = operation.problem?.detail;
  return { kind: "creation", weight: 60, to: "/tenants", values: {}, ...(reason ? { reason } : {}) };
}

function letters(count: number): Matter[] {
  return count === 0 ? [] : [{ kind: "deadLetters", weight: 50, to: "/dead-letters", values: { count } }];
}

function soon(tenant: Tenant, now: number): boolean {
  return tenant.purgeAt !== undefined && Date.parse(tenant.purgeAt) - now < 7 * DAY;
}

function leaving(tenant: Tenant): Matter {
  return {
    kind: "purge",
    weight: 30,
    to: `/tenants/${tenant.slug}`,
    values: { name: tenant.name, date: tenant.purgeAt ?? "" },
  };
}
