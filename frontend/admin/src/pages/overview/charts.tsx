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
  const unit = useSeenSince(t("calls.unit"), calls);
  return (
    <Card title={t("calls.title")} note={unit}>
      <Course
        label={t("calls.title")}
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
  const p95 = quantile(history, 0.95);
  const unit = useSeenSince(t("latency.unit"), p95);
  return (
    <Card title={t("latency.title")} note={unit}>
      <Course
        label={t("latency.title")}
        courses={[
          { name: t("latency.p95"), points: p95 },
          { name: t("latency.p50"), points: quantile(history, 0.5), comparison: true },
        ]}
      />
    </Card>
  );
}

/** A unit, and since when its course was watched: no figure of before is known here. */
export function useSeenSince(unit: string, points: Point[]): string {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const first = points[0];
  return first ? t("since", { unit, time: format.time(first.at) }) : unit;
}

interface CourseProps {
  label: string;
  courses: { name: string; points: Point[]; comparison?: boolean }[];
  height?: number;
}

/** A course over time, or a word while there are too few points for one. */
export function Course({ label, courses, height = 220 }: CourseProps) {
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
  );
}

function aligned(moments: Point[], points: Point[]): (number | null)[] {
  const byMoment = new Map(points.map(({ at, value }) => [at, value]));
  return moments.map(({ at }) => byMoment.get(at) ?? null);
}
