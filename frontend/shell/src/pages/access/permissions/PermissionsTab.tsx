import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  NameCell,
  ProblemView,
  SearchField,
  Select,
  SplitPage,
  Switch,
  Toolbar,
  useLocalTable,
} from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { usePanel } from "../../../common/usePanel";
import { useQueryState } from "../../../common/useQueryState";
import { useT } from "../../../i18n/useT";
import { SourceIcon } from "../SourceIcon";
import { grantOf, grouped, inOrder } from "../model/matrix";
import type { PermissionView } from "../model/views";
import { useNames, usePermissions, useRoles } from "../useRights";
import { PermissionPanel } from "./PermissionPanel";

const SIZE = 25;

/** What can be permitted at all, where it comes from, and who has it. */
export function PermissionsTab() {
  const t = useT("access");
  const { data, problem, again } = usePermissions();
  const roles = useRoles();
  const names = useNames();
  const [q, setQ] = useQueryState("q");
  const [source, setSource] = useQueryState("source");
  const [open, setOpen] = usePanel("open");
  const [keys, setKeys] = useState(false);
  const text = q.toLowerCase();
  const rows = data?.filter(
    (one) =>
      (source === "" || one.source === source) &&
      `${names.permission(one)} ${one.key} ${one.description ?? ""}`.toLowerCase().includes(text),
  );
  const columns: Column<PermissionView>[] = [
    {
      id: "name",
      header: t("columns.permission"),
      sortable: true,
      sortValue: names.permission,
      cell: (one) => (
        <NameCell
          icon={<SourceIcon source={one.source} names={names} />}
          name={names.permission(one)}
          below={keys && one.key}
          mono
        />
      ),
    },
    {
      id: "source",
      header: t("columns.source"),
      sortable: true,
      sortValue: (one) => names.source(one.source),
      cell: (one) => names.source(one.source),
    },
    {
      id: "roles",
      header: t("columns.roles"),
      cell: (one) => (
        <span className="sh-badges">
          {inOrder(roles.data ?? [])
            .filter((role) => grantOf(role.permissions, one.key))
            .map((role) => (
              <Badge key={role.id}>{names.role(role.name)}</Badge>
            ))}
        </span>
      ),
    },
    {
      id: "undo",
      header: t("columns.undo"),
      cell: (one) => one.irreversible && <Badge tone="warning">{t("irreversible")}</Badge>,
    },
  ];
  const table = useLocalTable(rows, columns, { pageSize: SIZE, sort: { column: "source", direction: "ascending" } });
  const chosen = data?.find(({ key }) => key === open);
  const filtered = q !== "" || source !== "";
  return (
    <SplitPage
      panel={
        chosen && (
          <PermissionPanel
            permission={chosen}
            roles={roles.data ?? []}
            {...{ names, keys }}
            onClose={() => setOpen(null)}
          />
        )
      }
    >
      <Toolbar end={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}>
        <SearchField label={t("searchPermissions")} value={q} onChange={setQ} />
        <Select
          label={t("columns.source")}
          hideLabel
          value={source}
          onChange={setSource}
          options={[
            { value: "", label: t("allSources") },
            ...grouped(data ?? [], names.source).map((one) => ({ value: one.source, label: names.source(one.source) })),
          ]}
        />
      </Toolbar>
      <DataTable
        label={t("tabs.permissions")}
        columns={columns}
        {...table}
        rowKey={(one) => one.key}
        onOpen={(one) => setOpen(one.key === open ? null : one.key)}
        selectedKey={open}
        density="medium"
        problem={problem && !data && <ProblemView problem={problem} onRetry={again} />}
        onRetry={again}
        empty={
          <EmptyState
            icon={KeyRound}
            title={t("nothingFor", { text: q || names.source(source) })}
            action={filtered && <Button onClick={() => (setQ(""), setSource(""))}>{t("clear")}</Button>}
          />
        }
      />
    </SplitPage>
  );
}
