import { Card } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/metrics";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { perMinute, quantile, values } from "../../logic/history";
import { Course } from "../overview/charts";

const MIB = 1024 * 1024;

/** The node's figures while the application is open. */
export function HealthCharts() {
  const { t } = useTranslation("health");
  const format = useFormat();
  const { latest, history, problem } = useMetrics();
  if (problem && !latest) {
    return <Trouble problem={problem} />;
  }
  const charts = [
    {
      id: "calls",
      courses: [
        { name: t("chart.calls"), points: perMinute(history, (one) => one.requests) },
        { name: t("chart.failed"), points: perMinute(history, (one) => one.failures) },
      ],
    },
    { id: "latency", courses: [{ name: t("chart.latency"), points: quantile(history, 0.95) }] },
    {
      id: "pool",
      courses: [
        { name: t("chart.used"), points: values(history, (one) => one.poolUsed) },
        { name: t("chart.waiting"), points: values(history, (one) => one.poolWaiting) },
      ],
    },
    { id: "heap", courses: [{ name: t("chart.heap"), points: values(history, (one) => one.heapUsed / MIB) }] },
    { id: "events", courses: [{ name: t("chart.events"), points: values(history, (one) => one.eventsWaiting) }] },
    { id: "threads", courses: [{ name: t("chart.threads"), points: values(history, (one) => one.threads) }] },
  ];
  const most: Record<string, string> = {
    pool: format.number(latest?.poolMax ?? 0),
    heap: format.bytes(latest?.heapMax ?? 0),
  };
  return (
    <>
      <div className="ad-halves ad-halves--wide">
        {charts.map(({ id, courses }) => (
          <Card key={id} title={t(`chart.${id}`)} note={t(`chart.${id}Unit`, { max: most[id] })}>
            <Course label={t(`chart.${id}`)} height={180} courses={courses} />
          </Card>
        ))}
      </div>
      {latest && latest.startedAt > 0 && (
        <p className="ad-quiet">{t("node", { when: format.ago(new Date(latest.startedAt * 1000).toISOString()) })}</p>
      )}
    </>
  );
}
