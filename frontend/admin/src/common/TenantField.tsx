import { useApi } from "@plexica/api-client";
import { Combobox, type ComboboxOption } from "@plexica/ui";
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
export function TenantField({ value, onChange, ...rest }: TenantFieldProps) {
  const [q, setQ] = useState("");
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const asked = useApi<Page<Tenant>>("/tenants", { query: { q, size: 25 }, keepPrevious: true });
  const { data, problem, loading, refreshing } = asked;
  const options = (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name, description: slug }));
  // While something is typed, only what is found: the first of it is what Enter takes.
  const isShown = value === "" || q !== "" || options.some((option) => option.value === value);
  const present = chosen?.value === value ? chosen : { value, label: value };
  return (
    <Combobox
      value={value || null}
      options={isShown ? options : [present, ...options]}
      loading={loading || refreshing}
      error={problem?.detail}
      onSearch={setQ}
      onChange={(slug, option) => {
        setQ("");
        setChosen(option);
        onChange(slug);
      }}
      {...rest}
    />
  );
}
