import { useApi, usePlatform } from "@plexica/api-client";
import { AsidePage, Button, Card, Combobox } from "@plexica/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useTenant } from "../../api/tenants";
import type { Page, Tenant } from "../../api/types";
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
          <TenantField value={slug} onChange={(tenant) => setSearch(tenant ? { tenant } : {}, { replace: true })} />
          {slug ? <Begin key={slug} slug={slug} /> : <Submit name="" reason={t("export.choose")} />}
        </div>
      </Card>
      {exports.map((one) => (
        <ExportCard key={one.slug} job={one} />
      ))}
    </AsidePage>
  );
}

function TenantField({ value, onChange }: { value: string; onChange: (slug: string | null) => void }) {
  const { t } = useTranslation("transfer");
  const [q, setQ] = useState("");
  const { data, loading } = useApi<Page<Tenant>>("/tenants", { query: { q, size: 25 }, keepPrevious: true });
  const options = (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name, description: slug }));
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <Combobox
      label={t("export.tenant")}
      placeholder={t("export.search")}
      value={value || null}
      options={isKnown ? options : [{ value, label: value }, ...options]}
      loading={loading}
      onSearch={setQ}
      onChange={onChange}
    />
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
