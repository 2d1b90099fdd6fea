import { useApi } from "@plexica/api-client";
import { Combobox } from "@plexica/ui";
import { useState } from "react";
import type { Page, Tenant } from "../api/types";

interface TenantFieldProps {
  label: string;
  placeholder: string;
  optional?: boolean;
  hideLabel?: boolean;
  value: string;
  onChange: (slug: string | null) => void;
}

/** Chooses a tenant by what is typed; one that is gone can still be in the address. */
export function TenantField({ value, ...rest }: TenantFieldProps) {
  const [q, setQ] = useState("");
  const { data, problem, loading } = useApi<Page<Tenant>>("/tenants", { query: { q, size: 25 }, keepPrevious: true });
  const options = (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name, description: slug }));
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <Combobox
      value={value || null}
      options={isKnown ? options : [{ value, label: value }, ...options]}
      loading={loading}
      error={problem?.detail}
      onSearch={setQ}
      {...rest}
    />
  );
}
