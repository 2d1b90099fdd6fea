import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { Avatar, Combobox } from "@plexica/ui";
import { useDeferredValue, useState } from "react";
import { useT } from "../../../i18n/useT";
import { nameOf } from "../model/person";

interface PersonPickerProps {
  label: string;
  value: string | null;
  onChange(id: string | null): void;
  /** Who is there already. */
  without: readonly string[];
  error?: string | undefined;
}

/** Picks somebody of the tenant; the platform searches. */
export function PersonPicker({ label, value, onChange, without, error }: PersonPickerProps) {
  const t = useT("people");
  const [text, setText] = useState("");
  const q = useDeferredValue(text);
  const { data, problem, refreshing, loading } = useApi<Page<User>>("/users", {
    query: { q, size: 10, sort: "lastName" },
    keepPrevious: true,
  });
  const options = (data?.items ?? [])
    .filter((user) => !without.includes(user.id))
    .map((user) => ({
      value: user.id,
      label: nameOf(user),
      description: user.email,
      icon: <Avatar name={nameOf(user)} size={20} />,
    }));
  return (
    <Combobox
      label={label}
      placeholder={t("pick")}
      options={options}
      value={value}
      onChange={onChange}
      onSearch={setText}
      loading={loading || refreshing}
      error={error ?? problem?.detail}
    />
  );
}
