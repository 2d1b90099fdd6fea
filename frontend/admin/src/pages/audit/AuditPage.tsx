import { useApi } from "@plexica/api-client";
import { actorOf, DeedIcon, deedOf, ExportDialog, momentOf, type AuditEntry, type Known } from "@plexica/audit";
import {
  Button,
  DataTable,
  EmptyState,
  NameCell,
  PageHead,
  SplitPage,
  StateBadge,
  Switch,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Download, ScrollText } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useList } from "../../state/useList";
import { AuditFilters, FILTERS } from "./AuditFilters";
import { AuditPanel } from "./AuditPanel";
import { useDeeds } from "./useDeeds";
import { useNames } from "./useNames";

const SIZE = 25;

/** Who did what? */
export function AuditPage() {
  const { t } = useTranslation("audit");
  usePageTitle([t("title")]);
  const list = useList(FILTERS, "-at");
  const { tenant, user, action, resource, from, to } = list.filters;
  const query = { q: list.q, tenant, user, action, resource, from: momentOf(from), to: momentOf(to, 1) };
  const asked = useApi<Page<AuditEntry>>("/audit-log", {
    query: { ...query, page: list.page, size: SIZE, sort: list.sort },
    keepPrevious: true,
  });
  const say = useDeeds();
  const [exporting, setExporting] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const known = useNames(asked.data?.items ?? [], tenant ?? "");
  const [keys, setKeys] = useState(false);
  const columns = useColumns(known, keys);
  const chosen = asked.data?.items.find(({ id }) => id === open);
  const isWrong = asked.problem?.code === "validation-failed";
  return (
    <SplitPage panel={chosen && <AuditPanel entry={chosen} known={known} onClose={() => setOpen(null)} />}>
      <PageHead
        title={t("title")}
        description={tenant ? t("intro.tenant", { tenant }) : t("intro.platform")}
        actions={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}
        primary={
          <Button variant="primary" icon={Download} onClick={() => setExporting(true)}>
            {say("csv.open")}
          </Button>
        }
      />
      <AuditFilters list={list} errors={isWrong ? asked.problem!.errors : []} />
      <DataTable<AuditEntry>
        label={t("title")}
        columns={columns}
        rows={isWrong ? [] : asked.data?.items}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id === open ? null : row.id)}
        selectedKey={open}
        sort={list.order}
        onSort={list.onSort}
        density="medium"
        problem={asked.problem && !isWrong && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        skeletonRows={10}
        empty={
          <EmptyState
            icon={ScrollText}
            title={t("empty")}
            text={t("emptyText")}
            action={list.isFiltered && <Button onClick={list.clear}>{t("common:action.clear")}</Button>}
          />
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
      {exporting && <ExportDialog query={query} say={say} onClose={() => setExporting(false)} />}
    </SplitPage>
  );
}

function useColumns(known: Known, keys: boolean): Column<AuditEntry>[] {
  const { t } = useTranslation("audit");
  const say = useDeeds();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "who",
        header: t("column.who"),
        cell: (row) => {
          const { who } = deedOf(row, say);
          const note = [
            actorOf(row) && row.actor?.superAdmin ? t("superAdmin") : undefined,
            row.plugin && t("byPlugin", { plugin: row.plugin }),
          ];
          return (
            <NameCell name={who} below={note.filter(Boolean).join(" · ")} icon={<DeedIcon entry={row} who={who} />} />
          );
        },
      },
      {
        id: "action",
        header: t("column.action"),
        sortable: true,
        cell: (row) => (
          <span className="ad-inline">
            <span className="ad-cell">
              {deedOf(row, say).done}
              {keys && (
                <small>
                  <code>{row.action}</code>
                </small>
              )}
            </span>
            {row.outcome === "FAILURE" && <StateBadge tone="bad">{say("failed")}</StateBadge>}
          </span>
        ),
      },
      {
        id: "resource",
        header: t("column.resource"),
        cell: (row) => (
          <span className="ad-cell">
            <span className="ad-clip">{deedOf(row, say, known).what}</span>
            <small>{row.resourceType}</small>
          </span>
        ),
      },
      {
        id: "at",
        header: t("column.at"),
        sortable: true,
        cell: (row) => <span className="ad-quiet">{format.dateTime(row.at)}</span>,
      },
    ],
    [t, say, format, known, keys],
  );
}
