import { Card } from "@plexica/ui";
import { LineChart } from "@plexica/ui/charts";
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/metrics";
import { useFormat } from "../../common/useFormat";
import { perMinute, quantile, type Point } from "../../logic/history";

/** Calls a minute, as this tab has seen them. */
export function CallsChart() {
  const { t } = useTranslation("overview");
  const { history } = useMetrics();
  const calls = perMinute(history, (one) => one.requests);
  const failed = perMinute(history, (one) => one.failures);
  return (
    <Card title={t("calls.title")} note={t("calls.unit")}>
      <Course
        label={t("calls.title")}
        since
        courses={[
          { name: t("calls.all"), points: calls },
          { name: t("calls.failed"), points: failed },
        ]}
      />
    </Card>
  );
}

/** How long calls take. */
export function LatencyChart() {
  const { t } = useTranslation("overview");
  const { history } = useMetrics();
  return (
    <Card title={t("latency.title")} note={t("latency.unit")}>
      <Course
        label={t("latency.title")}
        since
        courses={[
          { name: t("latency.p95"), points: quantile(history, 0.95) },
          { name: t("latency.p50"), points: quantile(history, 0.5), comparison: true },
        ]}
      />
    </Card>
  );
}

interface CourseProps {
  label: string;
  courses: { name: string; points: Point[]; comparison?: boolean }[];
  height?: number;
  /** Whether it is said from when on it was watched: no figure of before is known here. */
  since?: boolean;
}

/** A course over time, or a word while there are too few points for one. */
export function Course({ label, courses, height = 220, since = false }: CourseProps) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const moments = courses[0]?.points ?? [];
  if (moments.length < 2) {
    return (
      <div style={{ minHeight: height }} className="ad-centre">
        <p className="ad-quiet">{t("collecting")}</p>
      </div>
    );
  }
  return (
    <>
      <LineChart
        label={label}
        height={height}
        categories={moments.map(({ at }) => format.time(at))}
        series={courses.map(({ name, points, comparison }) => ({
          name,
          values: aligned(moments, points),
          ...(comparison ? { comparison } : {}),
        }))}
        format={(value) => format.decimal(value, value < 10 ? 1 : 0)}
      />
      {since && <p className="ad-caption">{t("since", { time: format.time(moments[0]!.at) })}</p>}
    </>
  );
}

function aligned(moments: Point[], points: Point[]): (number | null)[] {
  const byMoment = new Map(points.map(({ at, value }) => [at, value]));
  return moments.map(({ at }) => byMoment.get(at) ?? null);
}
