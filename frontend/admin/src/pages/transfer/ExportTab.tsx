import { usePlatform } from "@plexica/api-client";
import { AsidePage, Button, Card } from "@plexica/ui";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useTenant } from "../../api/tenants";
import { TenantField } from "../../common/TenantField";
import { Trouble } from "../../common/Trouble";
import { startExport, useExports } from "../../state/exports";
import { ExportCard } from "./ExportCard";
import { StaysBehind } from "./StaysBehind";

/** Chooses a tenant and writes it to a file; those that are under way go on whichever page is shown. */
export function ExportTab() {
  const { t } = useTranslation("transfer");
  const [search, setSearch] = useSearchParams();
  const exports = useExports();
  const slug = search.get("tenant") ?? "";
  return (
    <AsidePage aside={<StaysBehind />}>
      <Card title={t("export.title")}>
        <div className="ad-form">
          <p className="ad-quiet">{t("export.text")}</p>
          <TenantField
            label={t("export.tenant")}
            placeholder={t("export.search")}
            value={slug}
            onChange={(tenant) => setSearch(tenant ? { tenant } : {}, { replace: true })}
          />
          {slug ? <Begin key={slug} slug={slug} /> : <Submit name="" reason={t("export.choose")} />}
        </div>
      </Card>
      {exports.map((one) => (
        <ExportCard key={one.slug} job={one} />
      ))}
    </AsidePage>
  );
}

/** The button, and why there is nothing to take out where that is so. */
function Begin({ slug }: { slug: string }) {
  const { t } = useTranslation("transfer");
  const { http } = usePlatform();
  const { data: tenant, problem, again } = useTenant(slug);
  const isRunning = useExports().some((one) => one.slug === slug && one.status === "RUNNING");
  if (problem && !tenant) {
    return <Trouble problem={problem} onRetry={again} />;
  }
  if (!tenant) {
    return <Submit name={slug} reason={t("export.looking")} />;
  }
  const notNow = tenant.status === "PROVISIONING" || tenant.status === "DELETED" ? t("export.notWhole") : undefined;
  return (
    <>
      {notNow && <p className="ad-quiet">{notNow}</p>}
      <Submit
        name={tenant.name}
        reason={isRunning ? t("export.already") : notNow}
        onClick={() => startExport(http, tenant, { brokenOff: t("export.brokenOff") })}
      />
    </>
  );
}

function Submit({ name, reason, onClick }: { name: string; reason?: string | undefined; onClick?: () => void }) {
  const { t } = useTranslation("transfer");
  return (
    <div>
      <Button variant="primary" icon={Download} disabledReason={reason} onClick={onClick}>
        {name ? t("export.submit", { name }) : t("export.submitEmpty")}
      </Button>
    </div>
  );
}
