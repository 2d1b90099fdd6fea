import { useApi, useInvalidate, usePlatform } from "@plexica/api-client";
import {
  Button,
  DataTable,
  EmptyState,
  Menu,
  NameCell,
  SearchField,
  StateBadge,
  Toolbar,
  useHotkey,
  useUndo,
  type Column,
} from "@plexica/ui";
import { Flag as FlagIcon, Pencil, Plus, Power, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Flag, Page } from "../../api/types";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { wordsOf } from "../../common/useWork";
import { useList } from "../../state/useList";
import { FlagDialog } from "./FlagDialog";
import { exceptions } from "./flags";

const SIZE = 25;
const NO_FILTERS: string[] = [];

/** Who is offered what before all are. */
export function FlagsTab() {
  const { t } = useTranslation("settings");
  const list = useList(NO_FILTERS, "key");
  const query = { page: list.page, size: SIZE, sort: list.sort, q: list.q };
  const asked = useApi<Page<Flag>>("/feature-flags", { query, keepPrevious: true });
  const [editing, setEditing] = useState<Flag | "new" | null>(null);
  const columns = useColumns();
  useHotkey("n", () => setEditing("new"));
  const create = (
    <Button icon={Plus} onClick={() => setEditing("new")}>
      {t("flags.new")}
    </Button>
  );
  return (
    <>
      <p className="ad-quiet ad-above">{t("flags.intro")}</p>
      <Toolbar end={create}>
        <SearchField label={t("flags.filter")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />
      </Toolbar>
      <DataTable<Flag>
        label={t("tab.flags")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={(row) => row.key}
        sort={list.order}
        onSort={list.onSort}
        onOpen={setEditing}
        rowActions={(row) => <FlagMenu flag={row} onEdit={() => setEditing(row)} />}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        skeletonRows={3}
        empty={
          list.q ? (
            <EmptyState title={t("common:list.nothingFor", { q: list.q })} />
          ) : (
            <EmptyState icon={FlagIcon} title={t("flags.empty")} text={t("flags.emptyText")} action={create} />
          )
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
      {editing && <FlagDialog flag={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function useColumns(): Column<Flag>[] {
  const { t } = useTranslation("settings");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "key",
        header: t("flags.column.key"),
        sortable: true,
        cell: (row) => <NameCell name={<code>{row.key}</code>} below={row.description} />,
      },
      {
        id: "state",
        header: t("flags.column.state"),
        cell: (row) => (
          <StateBadge tone={row.enabled ? "good" : "neutral"}>{t(row.enabled ? "flags.on" : "flags.off")}</StateBadge>
        ),
      },
      {
        id: "who",
        header: t("flags.column.who"),
        cell: (row) => exceptions(row, t, format).join("; ") || t("flags.noExceptions"),
      },
      {
        id: "updatedAt",
        header: t("flags.column.changed"),
        sortable: true,
        cell: (row) => <span className="ad-quiet">{format.ago(row.updatedAt)}</span>,
      },
    ],
    [t, format],
  );
}

function FlagMenu({ flag, onEdit }: { flag: Flag; onEdit: () => void }) {
  const { t } = useTranslation("settings");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const offer = useUndo();
  const [isRemoving, setRemoving] = useState(false);
  const path = `/feature-flags/${flag.key}`;
  const safely = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await invalidate("/feature-flags");
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  const turn = (enabled: boolean) => api.patch(path, { enabled });
  const toggle = () =>
    safely(async () => {
      await turn(!flag.enabled);
      offer({
        text: t(flag.enabled ? "flags.turnedOff" : "flags.turnedOn", { key: flag.key }),
        undo: () => safely(() => turn(flag.enabled)),
      });
    });
  return (
    <>
      <Menu
        label={t("common:action.moreFor", { name: flag.key })}
        items={[
          { id: "edit", label: t("flags.edit"), icon: Pencil, onSelect: onEdit },
          {
            id: "turn",
            label: t(flag.enabled ? "flags.turnOff" : "flags.turnOn"),
            icon: Power,
            onSelect: () => void toggle(),
          },
          "line",
          { id: "remove", label: t("flags.remove"), icon: Trash2, danger: true, onSelect: () => setRemoving(true) },
        ]}
      />
      {isRemoving && (
        <ConfirmDialog
          title={t("flags.removeTitle", { key: flag.key })}
          submit={t("flags.removeSubmit", { key: flag.key })}
          danger
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await api.delete(path);
            await invalidate("/feature-flags");
            const { key, description, enabled, tenants, plans } = flag;
            offer({
              text: t("flags.removed", { key }),
              undo: () => safely(() => api.post("/feature-flags", { key, description, enabled, tenants, plans })),
            });
          }}
        >
          <p>{t("flags.removeText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
