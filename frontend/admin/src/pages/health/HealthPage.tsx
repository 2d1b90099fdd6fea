import { DataTable, EmptyState, PageHead, StateBadge, useLocalTable, type Column } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { HeartPulse } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useHealth } from "../../api/health";
import type { HealthCheck } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useSince, type Since } from "../../state/useSince";
import { HealthCharts } from "./HealthCharts";

interface Row {
  name: string;
  check: HealthCheck;
  since: Since | undefined;
}

const EVERY = 5_000;
const TONES = { healthy: "good", degraded: "warning", unhealthy: "bad" } as const;

/** What broke? */
export function HealthPage() {
  const { t } = useTranslation("health");
  usePageTitle([t("title")]);
  const { health, problem, again } = useHealth(EVERY);
  const since = useSince(health?.checks);
  const columns = useColumns();
  const rows = useMemo(
    () =>
      health &&
      Object.entries(health.checks)
        .map(([name, check]): Row => ({ name, check, since: since[name] }))
        .sort((one, other) => Number(one.check.healthy) - Number(other.check.healthy)),
    [health, since],
  );
  const table = useLocalTable(rows, columns);
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("text")}
        badge={
          health && !problem && <StateBadge tone={TONES[health.status]}>{t(`status.${health.status}`)}</StateBadge>
        }
      />
      <div className="ad-stack">
        {problem && health && <Trouble problem={problem} title={t("old")} onRetry={again} />}
        <DataTable<Row>
          {...table}
          label={t("title")}
          columns={columns}
          rowKey={(row) => row.name}
          density="medium"
          problem={problem && !health && <Trouble problem={problem} onRetry={again} />}
          onRetry={again}
          skeletonRows={9}
          empty={<EmptyState icon={HeartPulse} title={t("common:list.nothing")} />}
        />
        <HealthCharts />
      </div>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation("health");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "part",
        header: t("column.part"),
        sortable: true,
        sortValue: ({ name }) => name,
        cell: ({ name, check }) => (
          <span className="ad-cell">
            {t(`part.${name}`, { defaultValue: name })}
            {check.details && <Details details={check.details} />}
          </span>
        ),
      },
      {
        id: "state",
        header: t("column.state"),
        sortable: true,
        sortValue: ({ check }) => Number(check.healthy),
        cell: ({ check }) => (
          <span className="ad-cell">
            <StateBadge tone={check.healthy ? "good" : "bad"}>{t(check.healthy ? "well" : "ill")}</StateBadge>
            {check.error && <small>{check.error}</small>}
          </span>
        ),
      },
      {
        id: "since",
        header: t("column.since"),
        cell: ({ since }) => (
          <span className="ad-quiet">{since ? (since.whole ? t("whole") : format.time(since.at)) : "–"}</span>
        ),
      },
      {
        id: "time",
        header: t("column.time"),
        numeric: true,
        sortable: true,
        sortValue: ({ check }) => check.responseTime,
        cell: ({ check }) => format.millis(check.responseTime),
      },
    ],
    [t, format],
  );
}

function Details({ details }: { details: Record<string, string> }) {
  return (
    <small>
      {Object.entries(details)
        .map(([name, state]) => `${name}: ${state}`)
        .join(" · ")}
    </small>
  );
}
