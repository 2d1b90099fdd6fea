import { EmptyState, ItemList, SidePanel, StateBadge } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useInTenant } from "../../api/inTenant";
import type { Job, JobRun, Page } from "../../api/types";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { RUN_TONES } from "./JobsPage";

/** The last runs of a job. */
export function JobPanel({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  const asked = useInTenant<Page<JobRun>>(job.tenant, `/jobs/${job.id}/history`, {
    query: { size: 25 },
    every: 10_000,
  });
  const detail = (run: JobRun) =>
    [
      format.dateTime(run.startedAt),
      t(`trigger.${run.trigger}`),
      run.attempt > 1 ? t("attempt", { n: run.attempt }) : undefined,
      run.durationMillis === null ? undefined : format.millis(run.durationMillis),
      run.error,
    ].filter(Boolean);
  return (
    <SidePanel title={t("historyOf", { job: job.name })} description={job.plugin} onClose={onClose}>
      <Shown asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("historyEmpty")} />
          ) : (
            <ItemList
              label={t("history")}
              items={items.map((run) => ({
                id: run.id,
                title: <StateBadge tone={RUN_TONES[run.status]}>{t(`run.${run.status}`)}</StateBadge>,
                detail: detail(run).join(" · "),
                end: <span className="ad-quiet">{run.version}</span>,
              }))}
            />
          )
        }
      </Shown>
    </SidePanel>
  );
}
