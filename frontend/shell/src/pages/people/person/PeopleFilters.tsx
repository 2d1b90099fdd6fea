import { SearchField, Select, Toolbar } from "@plexica/ui";
import type { ListState } from "../../../common/useListState";
import { useT } from "../../../i18n/useT";
import { useRoleName } from "../common/useRoleName";
import { useRoles } from "../common/useRoles";

const STATUSES = ["ACTIVE", "INACTIVE", "SUSPENDED"] as const;

/** What the list of people is narrowed to. */
export function PeopleFilters({ list }: { list: ListState<"q" | "status" | "role" | "sort" | "page"> }) {
  const t = useT("people");
  const roles = useRoles();
  const nameOf = useRoleName();
  const { q, status, role } = list.values;
  return (
    <Toolbar>
      <SearchField label={t("search")} value={q} delay={250} onChange={(text) => list.change({ q: text })} />
      <Select
        label={t("columns.status")}
        hideLabel
        value={status}
        options={[
          { value: "", label: t("anyStatus") },
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
        onChange={(value) => list.change({ status: value })}
      />
      {roles && (
        <Select
          label={t("columns.roles")}
          hideLabel
          value={role}
          options={[
            { value: "", label: t("anyRole") },
            ...roles.map(({ name }) => ({ value: name, label: nameOf(name) })),
          ]}
          onChange={(value) => list.change({ role: value })}
        />
      )}
    </Toolbar>
  );
}
