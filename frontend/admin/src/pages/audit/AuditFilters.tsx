import { useApi } from "@plexica/api-client";
import { Combobox, SearchField, TextField } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page, Tenant } from "../../api/types";
import { sorted } from "../../logic/pointers";
import type { List } from "../../state/useList";

export const FILTERS = ["tenant", "user", "action", "resource", "from", "to"] as const;
type Name = (typeof FILTERS)[number];

const POINTERS = Object.fromEntries(FILTERS.map((name) => [name, `/${name}`])) as Record<Name, string>;

interface AuditFiltersProps {
  list: List;
  errors: readonly { pointer: string; message: string }[];
}

/** Narrows the log. What the platform does not understand is said beside the field. */
export function AuditFilters({ list, errors }: AuditFiltersProps) {
  const { t } = useTranslation("audit");
  const told = sorted(errors, POINTERS);
  const field = (name: Name) => ({
    label: t(name),
    value: list.filters[name] ?? "",
    error: told.fields[name],
    onChange: (value: string) => list.change({ [name]: value }),
  });
  return (
    <div className="ad-audit-filters">
      <TenantFilter value={list.filters.tenant ?? ""} onChange={(tenant) => list.change({ tenant })} />
      <TextField optional placeholder={t("userHelp")} {...field("user")} />
      <TextField optional placeholder="core.tenant.*" {...field("action")} />
      <TextField optional placeholder={t("resourceHelp")} {...field("resource")} />
      <TextField optional type="date" {...field("from")} />
      <TextField optional type="date" {...field("to")} />
      <div className="ad-audit-filters__words">
        <SearchField label={t("search")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />
      </div>
    </div>
  );
}

interface TenantFilterProps {
  value: string;
  onChange: (slug: string | null) => void;
}

/** The platform, or one tenant; one that is gone can still be in the address. */
function TenantFilter({ value, onChange }: TenantFilterProps) {
  const { t } = useTranslation("audit");
  const [q, setQ] = useState("");
  const { data, loading } = useApi<Page<Tenant>>("/tenants", { query: { q, size: 25 }, keepPrevious: true });
  const options = (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name, description: slug }));
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <Combobox
      label={t("where")}
      optional
      placeholder={t("platform")}
      value={value || null}
      options={isKnown ? options : [{ value, label: value }, ...options]}
      loading={loading}
      onSearch={setQ}
      onChange={onChange}
    />
  );
}
