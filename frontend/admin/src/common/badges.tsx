import type { Installation } from "@plexica/api-client";
import { StateBadge } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { Person, Tenant } from "../api/types";
import type { Version } from "../api/plugins.types";
import { useFormat } from "./useFormat";

const TENANT = {
  ACTIVE: "good",
  SUSPENDED: "warning",
  PROVISIONING: "accent",
  PENDING_DELETION: "bad",
  DELETED: "neutral",
} as const;

const VERSION = { AVAILABLE: "good", DEPRECATED: "warning", RETIRED: "neutral", QUARANTINED: "bad" } as const;

const INSTALLATION = {
  IN_PROGRESS: "accent",
  INSTALLED: "good",
  DISABLED: "neutral",
  FAILED: "bad",
  UNINSTALLED: "neutral",
} as const;

export const PERSON = { ACTIVE: "good", INACTIVE: "accent", SUSPENDED: "warning" } as const;

export function TenantBadge({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words =
    tenant.status === "PENDING_DELETION" && tenant.purgeAt
      ? t("tenants:deletingOn", { date: format.date(tenant.purgeAt) })
      : t(`tenantStatus.${tenant.status}`);
  return <StateBadge tone={TENANT[tenant.status]}>{words}</StateBadge>;
}

/** A version that should run and does not says so before anything else. */
export function VersionBadge({ version }: { version: Pick<Version, "status" | "problem" | "running"> }) {
  const { t } = useTranslation();
  const isBroken = version.problem !== undefined && version.status !== "QUARANTINED";
  return isBroken ? (
    <StateBadge tone="bad">{t("versionStatus.broken")}</StateBadge>
  ) : (
    <StateBadge tone={VERSION[version.status]}>{t(`versionStatus.${version.status}`)}</StateBadge>
  );
}

export function PersonBadge({ person }: { person: Person }) {
  const { t } = useTranslation();
  return <StateBadge tone={PERSON[person.status]}>{t(`users:status.${person.status}`)}</StateBadge>;
}

/** How a plugin is in a tenant, and why. */
export function InstallationBadge({
  installation: { status, reason },
}: {
  installation: { status: Installation["status"]; reason?: string | null };
}) {
  const { t } = useTranslation("tenants");
  return (
    <span className="ad-cell">
      <StateBadge tone={INSTALLATION[status]}>{t(`installation.${status}`)}</StateBadge>
      {reason && <small>{reason}</small>}
    </span>
  );
}
