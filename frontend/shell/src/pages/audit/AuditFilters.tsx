import type { FieldError } from "@plexica/api-client";
import { Avatar, Combobox, SearchField, TextField } from "@plexica/ui";
import { fieldErrors } from "../../common/fieldErrors";
import { useT } from "../../i18n/useT";
import { fullName } from "../../state/me";
import { FILTERS } from "./useAudit";
import type { Filter } from "./useAudit";
import type { AuditWords } from "./useWords";

const GROUPS = ["user", "role", "policy", "plugin", "workspace", "team", "settings", "api-key", "auth"];

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
  const people = words.users.map((user) => ({
    value: user.id,
    label: fullName(user),
    description: user.email,
    icon: <Avatar name={fullName(user)} size={20} />,
  }));
  const actions = [
    ...GROUPS.map((group) => ({ value: `core.${group}.*`, label: t(`group.${group}`) })),
    ...words.plugins.map(({ id, name }) => ({ value: `${id}.*`, label: t("changesIn", { plugin: name }) })),
  ];
  const isKnown = (options: readonly { value: string }[], value: string): boolean =>
    value === "" || options.some((one) => one.value === value);
  return (
    <div className="sh-audit-filters">
      {people.length > 0 ? (
        <Combobox
          {...field("user")}
          placeholder={t("anybody")}
          value={values.user || null}
          options={isKnown(people, values.user) ? people : [{ value: values.user, label: values.user }, ...people]}
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
      <SearchField label={t("search")} value={values.q} onChange={(value) => set("q", value)} />
    </div>
  );
}
