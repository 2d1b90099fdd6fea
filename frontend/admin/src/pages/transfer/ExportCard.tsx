import { usePlatform } from "@plexica/api-client";
import { Banner, Button, Card, ProgressBar } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useNow } from "../../common/useNow";
import { forgetExport, saveExport, startExport, type Export } from "../../state/exports";

/** How one export goes, or what became of it. */
export function ExportCard({ job }: { job: Export }) {
  const { t } = useTranslation("transfer");
  const format = useFormat();
  const { http } = usePlatform();
  const { slug, name, file } = job;
  const size = format.bytes(job.bytes);
  const forget = (
    <Button variant="quiet" onClick={() => forgetExport(slug)}>
      {t("export.dismiss")}
    </Button>
  );
  if (job.status === "RUNNING") {
    return <Running job={job} />;
  }
  if (job.status === "FAILED") {
    const again = () => startExport(http, job, { brokenOff: t("export.brokenOff") });
    return (
      <Card title={t("export.failed", { name })} actions={forget}>
        {job.problem && <Trouble problem={job.problem} title={t("export.noFile")} onRetry={again} />}
      </Card>
    );
  }
  return (
    <Banner
      tone="good"
      title={t("export.done", { name })}
      actions={
        <>
          <Button onClick={() => saveExport(slug)}>{t("export.saveAgain")}</Button>
          {forget}
        </>
      }
    >
      {t("export.doneText", { file, size })}
    </Banner>
  );
}

function Running({ job }: { job: Export }) {
  const { t } = useTranslation("transfer");
  const format = useFormat();
  const now = useNow(1_000);
  const label = t("export.running", { name: job.name });
  return (
    <Card
      title={label}
      actions={
        <Button size="small" onClick={() => forgetExport(job.slug)}>
          {t("export.stop")}
        </Button>
      }
    >
      <div className="ad-stack ad-stack--tight">
        <ProgressBar
          label={label}
          note={job.bytes === 0 ? t("export.begins") : t("export.soFar", { size: format.bytes(job.bytes) })}
          aside={`${format.number(Math.max(0, Math.round((now - job.startedAt) / 1000)))} s`}
          announced
        />
        <p className="ad-quiet">{t("export.leave")}</p>
      </div>
    </Card>
  );
}
