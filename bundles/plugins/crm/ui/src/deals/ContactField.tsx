import { usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import { Avatar, Combobox } from "@plexica/ui";
import { useState } from "react";
import type { Contact } from "../common/types";
import { useGet } from "../common/useGet";

export interface ContactFieldProps {
  value: string | null;
  /** Who is chosen already. */
  known: Contact | undefined;
  error: string | undefined;
  onChange(id: string | null): void;
}

/** Finds a contact by what is typed. */
export function ContactField({
  value,
  known,
  error,
  onChange,
}: ContactFieldProps) {
  const { t } = usePlexica();
  const [q, setQ] = useState("");
  const { data } = useGet<Page<Contact>>("/contacts", { q, size: 20 });
  const found = data?.items ?? [];
  const all =
    known && !q && !found.some(({ id }) => id === known.id)
      ? [known, ...found]
      : found;
  return (
    <Combobox
      label={t("deal.contact")}
      value={value}
      error={error}
      loading={data === undefined}
      placeholder={t("deal.findContact")}
      options={all.map(({ id, name, company, email }) => ({
        value: id,
        label: name,
        description: company ?? email ?? undefined,
        icon: <Avatar name={name} size={20} />,
      }))}
      onSearch={setQ}
      onChange={onChange}
    />
  );
}
