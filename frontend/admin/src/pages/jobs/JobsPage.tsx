import {
  DataTable,
  EmptyState,
  NameCell,
  PageHead,
  SearchField,
  SplitPage,
  StateBadge,
  Toolbar,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Clock } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInTenant } from "../../api/inTenant";
import type { Job, Page } from "../../api/types";
import { TenantField } from "../../common/TenantField";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useList, type List } from "../../state/useList";
import { JobMenu } from "./JobMenu";
import { JobPanel } from "./JobPanel";

const SIZE = 25;
const FILTERS = ["tenant"] as const;
const TONES = { SCHEDULED: "neutral", RUNNING: "accent", PAUSED: "warning", WAITING: "neutral" } as const;
export const RUN_TONES = { SUCCEEDED: "good", FAILED: "bad", RUNNING: "accent", CUT_OFF: "warning" } as const;

/** The jobs of a tenant's plugins. */
export function JobsPage() {
  const { t } = useTranslation("jobs");
  usePageTitle([t("title")]);
  const list = useList(FILTERS);
  const tenant = list.filters.tenant ?? "";
  const [open, setOpen] = useState<Job | null>(null);
  return (
    <SplitPage panel={open && open.tenant === tenant && <JobPanel job={open} onClose={() => setOpen(null)} />}>
      <PageHead title={t("title")} description={t("intro")} />
      <Toolbar>
        <TenantField
          hideLabel
          label={t("tenant")}
          placeholder={t("choose")}
          value={tenant}
          onChange={(slug) => list.change({ tenant: slug })}
        />
        {tenant && <SearchField label={t("filter")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />}
      </Toolbar>
      {tenant ? (
        <Jobs tenant={tenant} list={list} open={open} onOpen={setOpen} />
      ) : (
        <EmptyState icon={Clock} title={t("choose")} text={t("chooseText")} />
      )}
    </SplitPage>
  );
}

interface JobsProps {
  tenant: string;
  list: List;
  open: Job | null;
  onOpen: (job: Job | null) => void;
}

function Jobs({ tenant, list, open, onOpen }: JobsProps) {
  const { t } = useTranslation("jobs");
  const query = { page: list.page, size: SIZE, sort: list.sort, q: list.q };
  const asked = useInTenant<Page<Job>>(tenant, "/jobs", { query, keepPrevious: true, every: 10_000 });
  const columns = useColumns();
  return (
    <DataTable<Job>
      label={t("title")}
      columns={columns}
      rows={asked.data?.items}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id === open?.id ? null : row)}
      selectedKey={open?.id}
      sort={list.order}
      onSort={list.onSort}
      rowActions={(row) => <JobMenu job={row} />}
      problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
      onRetry={asked.again}
      empty={<EmptyState icon={Clock} title={t("empty", { tenant })} text={t("emptyText")} />}
      pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
    />
  );
}

function useColumns(): Column<Job>[] {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("column.job"),
        sortable: true,
        cell: (row) => <NameCell name={row.name} below={row.plugin} mono />,
      },
      { id: "schedule", header: t("column.schedule"), cell: (row) => <code>{row.schedule ?? t("once")}</code> },
      {
        id: "state",
        header: t("column.state"),
        cell: (row) => (
          <span className="ad-cell">
            <StateBadge tone={TONES[row.status]}>{t(`status.${row.status}`)}</StateBadge>
            {row.status === "WAITING" && <small>{t("waiting")}</small>}
            {row.failures > 0 && <small>{t("failures", { count: row.failures })}</small>}
          </span>
        ),
      },
      {
        id: "nextRunAt",
        header: t("column.next"),
        sortable: true,
        cell: (row) => (row.nextRunAt ? format.dateTime(row.nextRunAt) : "–"),
      },
      {
        id: "last",
        header: t("column.last"),
        cell: ({ lastRun }) =>
          lastRun ? (
            <span className="ad-cell">
              <StateBadge tone={RUN_TONES[lastRun.status]}>{t(`run.${lastRun.status}`)}</StateBadge>
              <small>{lastRun.error ?? format.ago(lastRun.startedAt)}</small>
            </span>
          ) : (
            t("never")
          ),
      },
    ],
    [t, format],
  );
}
