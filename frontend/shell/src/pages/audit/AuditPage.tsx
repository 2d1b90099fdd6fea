import { Button, DataTable, EmptyState, Key, PageHead, ProblemView, SplitPage, StateBadge, Switch } from "@plexica/ui";
import type { Column, Sort } from "@plexica/ui";
import { DeedIcon, ExportDialog } from "@plexica/audit";
import type { AuditEntry } from "@plexica/audit";
import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { pageBefore, pageOf } from "../../common/listState";
import { Refused } from "../../common/Refused";
import { usePanel } from "../../common/usePanel";
import { useQueryState } from "../../common/useQueryState";
import { usePageTitle } from "../../frame/title";
import { useFormat } from "../../i18n/format";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { AuditFilters } from "./AuditFilters";
import { AuditPanel } from "./AuditPanel";
import { SIZE, useEntries, useFilters, useNews } from "./useAudit";
import { useWords } from "./useWords";
import type { AuditWords } from "./useWords";
import "./audit.css";

/** Who did what? */
export default function AuditPage() {
  const t = useT("audit");
  const { can } = useMe();
  usePageTitle([t("title")]);
  if (can("core:audit:read")) return <Log />;
  return (
    <>
      <PageHead title={t("title")} />
      <Refused what={t("refused")} />
    </>
  );
}

function Log() {
  const t = useT("audit");
  const format = useFormat();
  const navigate = useNavigate();
  const words = useWords();
  const { values, query, set, isFiltered } = useFilters();
  const [order, setOrder] = useQueryState("sort", "-at");
  const [pageText, setPage] = useQueryState("page", "0");
  const page = pageOf(pageText);
  const [open, setOpen] = usePanel("open");
  const [exporting, setExporting] = useState(false);
  const [keys, setKeys] = useState(false);
  const asked = useEntries(query, page, order);
  const fresh = useNews(query, asked.data?.items, page === 0 && order === "-at");
  const isWrong = asked.problem?.code === "validation-failed";
  const rows = isWrong ? [] : asked.data?.items;
  const chosen = rows?.find(({ id }) => id === open);
  const columns: Column<AuditEntry>[] = [
    {
      id: "action",
      header: t("column.what"),
      sortable: true,
      cell: (row) => <What row={row} words={words} keys={keys} />,
    },
    {
      id: "at",
      header: t("column.at"),
      sortable: true,
      cell: (row) => <time dateTime={row.at}>{format.dateTime(row.at)}</time>,
    },
    { id: "ip", header: t("column.ip"), hideOnPhone: true, cell: (row) => row.ip },
  ];
  const sort: Sort = {
    column: order.replace("-", ""),
    direction: order.startsWith("-") ? "descending" : "ascending",
  };
  const from = page * SIZE;
  const total = asked.data?.total ?? 0;
  return (
    <SplitPage panel={chosen && <AuditPanel entry={chosen} words={words} onClose={() => setOpen(null)} />}>
      <PageHead
        title={t("title")}
        description={t("description")}
        actions={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}
        primary={
          <Button variant="primary" icon={Download} onClick={() => setExporting(true)}>
            {words.say("csv.open")}
          </Button>
        }
      />
      <AuditFilters values={values} set={set} words={words} errors={isWrong ? (asked.problem?.errors ?? []) : []} />
      <DataTable
        label={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id === open ? null : row.id)}
        selectedKey={open}
        sort={sort}
        onSort={({ column, direction }) => setOrder((direction === "descending" ? "-" : "") + column)}
        density="medium"
        skeletonRows={10}
        newRows={fresh}
        onShowNew={asked.again}
        problem={
          asked.problem && !isWrong && !asked.data && <ProblemView problem={asked.problem} onRetry={asked.again} />
        }
        onRetry={asked.again}
        empty={
          <EmptyState
            icon={ScrollText}
            title={isFiltered ? t("empty") : t("nothing")}
            text={isFiltered ? t("emptyText") : undefined}
            action={isFiltered && <Button onClick={() => void navigate("/manage/audit")}>{t("clear")}</Button>}
          />
        }
        pagination={
          rows && (total > SIZE || page > 0)
            ? {
                from: rows.length === 0 ? 0 : from + 1,
                to: rows.length === 0 ? 0 : from + rows.length,
                total,
                onPrevious: page > 0 ? () => setPage(String(pageBefore(page, SIZE, total))) : undefined,
                onNext: from + rows.length < total ? () => setPage(String(page + 1)) : undefined,
              }
            : undefined
        }
      />
      {exporting && <ExportDialog query={query} say={words.say} onClose={() => setExporting(false)} />}
    </SplitPage>
  );
}

function What({ row, words, keys }: { row: AuditEntry; words: AuditWords; keys: boolean }) {
  const t = useT("audit");
  const through = row.plugin && t("byPlugin", { plugin: words.plugin(row.plugin) });
  return (
    <span className="sh-audit-what">
      <DeedIcon entry={row} who={words.who(row)} />
      <span>
        <span>
          {words.sentence(row)} {row.outcome === "FAILURE" && <StateBadge tone="bad">{words.say("failed")}</StateBadge>}
        </span>
        {(keys || through) && (
          <small>
            {keys && <Key>{row.action}</Key>} {through}
          </small>
        )}
      </span>
    </span>
  );
}
