import { useApi } from "@plexica/api-client";
import type { FieldError, Page, User } from "@plexica/api-client";
import { Avatar, Combobox, SearchField, TextField } from "@plexica/ui";
import { useState } from "react";
import { fieldErrors } from "../../common/fieldErrors";
import { useSettled } from "../../common/useSettled";
import { useT } from "../../i18n/useT";
import { fullName } from "../../state/me";
import { FILTERS } from "./useAudit";
import type { Filter } from "./useAudit";
import type { AuditWords } from "./useWords";

const GROUPS = ["user", "role", "policy", "plugin", "workspace", "team", "settings", "api-key", "auth"];

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

interface AuditFiltersProps {
  values: Record<Filter, string>;
  set(name: Filter, value: string): void;
  words: AuditWords;
  /** What the platform did not understand, said beside the field. */
  errors: readonly FieldError[];
}

/** Narrows the log. */
export function AuditFilters({ values, set, words, errors }: AuditFiltersProps) {
  const t = useT("audit");
  const { byField } = fieldErrors(errors, FILTERS);
  const field = (name: Filter) => ({
    label: t(name),
    optional: true,
    value: values[name],
    error: byField[name],
    onChange: (value: string) => set(name, value),
  });
  const [wanted, setWanted] = useState("");
  const q = useSettled(wanted);
  // Of a tenant with thousands of people not all are known here: the platform searches.
  const found = useApi<Page<User>>("/users", {
    query: { q, size: 25, sort: "lastName" },
    enabled: words.users.length > 0,
    keepPrevious: true,
  });
  const people = (found.data?.items ?? words.users).map(optionOf);
  const known = words.users.find(({ id }) => id === values.user);
  const asked = useApi<User>(`/users/${values.user}`, {
    enabled: words.users.length > 0 && values.user !== "" && !known && ID.test(values.user),
  });
  const chosen = known ?? asked.data;
  const actions = [
    ...GROUPS.map((group) => ({ value: `core.${group}.*`, label: t(`group.${group}`) })),
    ...words.plugins.map(({ id, name }) => ({ value: `${id}.*`, label: t("changesIn", { plugin: name }) })),
  ];
  const isKnown = (options: readonly { value: string }[], value: string): boolean =>
    value === "" || options.some((one) => one.value === value);
  return (
    <div className="sh-audit-filters">
      {words.users.length > 0 ? (
        <Combobox
          {...field("user")}
          placeholder={t("anybody")}
          error={byField.user ?? found.problem?.detail}
          value={values.user || null}
          options={
            isKnown(people, values.user) || wanted
              ? people
              : [chosen ? optionOf(chosen) : { value: values.user, label: values.user }, ...people]
          }
          loading={found.loading || found.refreshing || q !== wanted}
          onSearch={setWanted}
          onChange={(value) => set("user", value ?? "")}
        />
      ) : (
        <TextField {...field("user")} placeholder={t("userHelp")} />
      )}
      <Combobox
        {...field("action")}
        placeholder={t("anything")}
        value={values.action || null}
        options={
          isKnown(actions, values.action) ? actions : [{ value: values.action, label: values.action }, ...actions]
        }
        onChange={(value) => set("action", value ?? "")}
      />
      <TextField {...field("resource")} placeholder={t("resourceHelp")} />
      <TextField {...field("from")} type="date" />
      <TextField {...field("to")} type="date" />
      <SearchField label={t("search")} value={values.q} delay={250} onChange={(value) => set("q", value)} />
    </div>
  );
}

function optionOf(user: User) {
  const name = fullName(user);
  return { value: user.id, label: name, description: user.email, icon: <Avatar name={name} size={20} /> };
}
