import { Banner, Button, ButtonLink, PageHead, SkeletonText, Tabs } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { ArrowUpRight } from "lucide-react";
import { usePlatform } from "@plexica/api-client";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useTenant } from "../../api/tenants";
import type { Tenant } from "../../api/types";
import { tenantAddress } from "../../common/address";
import { TenantBadge } from "../../common/badges";
import { NotFound } from "../../common/NotFound";
import { Shown } from "../../common/Shown";
import { Tile } from "../../common/tiles";
import { useFormat } from "../../common/useFormat";
import { DeletingPage } from "./DeletingPage";
import { InstallationsTab } from "./InstallationsTab";
import { OverviewTab } from "./OverviewTab";
import { PeopleTab } from "./PeopleTab";
import { SettingsTab } from "./SettingsTab";
import { TenantMenu } from "./TenantMenu";
import { useTenantUndo } from "./useTenantUndo";

const TABS = ["overview", "plugins", "people", "settings"] as const;
type Tab = (typeof TABS)[number];

/** One tenant: what it is, and what can be done to it; or its end. */
export function TenantPage() {
  const { slug = "", tab = TABS[0] } = useParams();
  const [search] = useSearchParams();
  const deleting = search.get("deleting");
  if (deleting) {
    return <DeletingPage slug={slug} operation={deleting} />;
  }
  const known = TABS.find((one) => one === tab);
  return known ? <Present slug={slug} tab={known} /> : <NotFound />;
}

function Present({ slug, tab }: { slug: string; tab: Tab }) {
  const { t } = useTranslation("tenants");
  const asked = useTenant(slug);
  usePageTitle([t("title"), "/tenants"], [asked.data?.name ?? slug]);
  if (asked.problem?.status === 404 && !asked.data) {
    return <NotFound />;
  }
  return (
    <Shown asked={asked} title={slug} skeleton={<SkeletonText lines={6} />}>
      {(tenant) => (
        <>
          <Head tenant={tenant} tab={tab} />
          <Body tenant={tenant} etag={asked.etag} tab={tab} />
        </>
      )}
    </Shown>
  );
}

function Head({ tenant, tab }: { tenant: Tenant; tab: Tab }) {
  const { t } = useTranslation("tenants");
  const { boot } = usePlatform();
  const base = `/tenants/${tenant.slug}`;
  return (
    <>
      <PageHead
        title={tenant.name}
        badge={<TenantBadge tenant={tenant} />}
        icon={<Tile name={tenant.name} id={tenant.slug} size={52} />}
        meta={<code className="px-key">{tenant.slug}</code>}
        actions={
          tenant.status === "ACTIVE" && (
            <ButtonLink to={tenantAddress(boot, tenant.slug)} target="_blank" iconEnd={ArrowUpRight}>
              {t("open", { name: tenant.name })}
            </ButtonLink>
          )
        }
        more={<TenantMenu tenant={tenant} />}
        tabs={
          <Tabs
            id="tenant"
            label={tenant.name}
            selected={tab}
            items={TABS.map((id) => ({
              id,
              label: t(`tab.${id}`),
              to: id === "overview" ? base : `${base}/${id}`,
            }))}
          />
        }
      />
      <StateBanner tenant={tenant} />
    </>
  );
}

function StateBanner({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  const { activate, restore } = useTenantUndo(tenant);
  const { name } = tenant;
  if (tenant.status === "SUSPENDED") {
    return (
      <div className="ad-above">
        <Banner tone="warning" actions={<Button onClick={activate}>{t("activate.action")}</Button>}>
          {t("activate.banner", { name })}
        </Banner>
      </div>
    );
  }
  if (tenant.status === "PENDING_DELETION") {
    return (
      <div className="ad-above">
        <Banner tone="bad" actions={<Button onClick={restore}>{t("restore.action")}</Button>}>
          {t("delete.banner", { name, date: format.date(tenant.purgeAt ?? tenant.updatedAt) })}
        </Banner>
      </div>
    );
  }
  return null;
}

function Body({ tenant, etag, tab }: { tenant: Tenant; etag: string | null; tab: Tab }) {
  switch (tab) {
    case "overview":
      return <OverviewTab tenant={tenant} />;
    case "plugins":
      return <InstallationsTab tenant={tenant} />;
    case "people":
      return <PeopleTab tenant={tenant} />;
    case "settings":
      return <SettingsTab tenant={tenant} etag={etag} />;
  }
}
