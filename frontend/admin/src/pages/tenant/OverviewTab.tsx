import { useApi, usePlatform } from "@plexica/api-client";
import type { AuditEntry } from "@plexica/audit";
import { AsidePage, Card, ItemList, Key, KeyValueList, Link } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useCountInTenant } from "../../api/inTenant";
import type { Page, Tenant } from "../../api/types";
import { tenantAddress } from "../../common/address";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";
import { auditItem } from "../audit/auditItem";
import { useDeeds } from "../audit/useDeeds";
import { useNames } from "../audit/useNames";
import { PluginCount } from "../tenants/PluginCount";
import { DangerZone } from "./DangerZone";

/** What a tenant is, and what lately happened in it. */
export function OverviewTab({ tenant }: { tenant: Tenant }) {
  return (
    <AsidePage aside={<Facts tenant={tenant} />}>
      <Lately tenant={tenant} />
      <DangerZone tenant={tenant} />
    </AsidePage>
  );
}

function Facts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const { boot } = usePlatform();
  const format = useFormat();
  const planName = usePlanName();
  const { slug } = tenant;
  const address = tenantAddress(boot, slug);
  return (
    <Card title={t("fact.title")}>
      <KeyValueList
        items={[
          { label: t("fact.plan"), value: planName(tenant.plan) },
          { label: t("fact.people"), value: <Count slug={slug} path="/users" /> },
          { label: t("fact.workspaces"), value: <Count slug={slug} path="/workspaces" /> },
          { label: t("fact.plugins"), value: <PluginCount slug={slug} /> },
          { label: t("fact.address"), value: <Link to={address}>{address.replace(/^\w+:\/\//, "")}</Link> },
          { label: t("fact.realm"), value: <Key>{`tenant-${slug}`}</Key> },
          { label: t("fact.schema"), value: <Key>{`tenant_${slug.replaceAll("-", "_")}`}</Key> },
          { label: t("fact.created"), value: format.dateTime(tenant.createdAt) },
          { label: t("fact.updated"), value: format.dateTime(tenant.updatedAt) },
          ...(tenant.purgeAt ? [{ label: t("fact.deleteOn"), value: format.dateTime(tenant.purgeAt) }] : []),
        ]}
      />
    </Card>
  );
}

function Count({ slug, path }: { slug: string; path: string }) {
  const count = useCountInTenant(slug, path);
  const format = useFormat();
  return count === undefined ? "–" : format.number(count);
}

function Lately({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const say = useDeeds();
  const format = useFormat();
  const asked = useApi<Page<AuditEntry>>("/audit-log", { query: { tenant: tenant.slug, size: 8 } });
  const known = useNames(asked.data?.items ?? [], tenant.slug);
  const link = <Link to={`/audit?tenant=${tenant.slug}`}>{t("auditLink")}</Link>;
  return (
    <Card title={t("lately")} actions={link}>
      <Shown asked={asked}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="ad-quiet">{t("overview:lately.empty")}</p>
          ) : (
            <ItemList label={t("lately")} items={page.items.map((entry) => auditItem(entry, say, format, known))} />
          )
        }
      </Shown>
    </Card>
  );
}
