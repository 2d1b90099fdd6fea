import { SearchField, TextField } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { TenantField } from "../../common/TenantField";
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
      <TenantField
        optional
        label={t("where")}
        placeholder={t("platform")}
        value={list.filters.tenant ?? ""}
        onChange={(tenant) => list.change({ tenant })}
      />
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
