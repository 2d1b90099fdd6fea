import { DashboardCell, Figure, IconTile } from "@plexica/ui";
import { Sparkline } from "@plexica/ui/charts";
import { Activity, Building2, Package, Radio } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMetrics } from "../../api/metrics";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { failureShare, perMinute, values, type Point } from "../../logic/history";

const SPARK = 36;

/** Four numbers that say most of it. */
export function Figures() {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { latest, history, problem } = useMetrics();
  const all = Object.values(latest?.tenants ?? {}).reduce((sum, count) => sum + count, 0);
  const active = latest?.tenants.ACTIVE ?? 0;
  const calls = perMinute(history, (one) => one.requests);
  const failures = failureShare(history).at(-1)?.value ?? 0;
  const waiting = values(history, (one) => one.eventsWaiting);
  const number = (value: number | undefined) => (value === undefined ? "–" : format.number(value));
  return (
    <>
      {problem && (
        <DashboardCell columns={12}>
          <Trouble problem={problem} title={t("figure.old")} />
        </DashboardCell>
      )}
      <DashboardCell columns={3}>
        <Figure
          boxed
          icon={<IconTile icon={Building2} />}
          label={t("figure.tenants")}
          value={latest ? number(active) : "–"}
          note={latest && (all === active ? t("figure.allActive") : t("figure.tenantsOf", { count: all }))}
        />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure
          boxed
          icon={<IconTile icon={Package} />}
          label={t("figure.plugins")}
          value={number(latest?.plugins)}
          tone={latest?.brokenVersions ? "bad" : "neutral"}
          note={
            latest &&
            (latest.brokenVersions > 0
              ? t("figure.broken", { count: latest.brokenVersions })
              : t("figure.versions", { count: latest.pluginVersions }))
          }
        />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure
          boxed
          icon={<IconTile icon={Activity} />}
          label={t("figure.calls")}
          value={calls.length === 0 ? "–" : number(Math.round(calls.at(-1)!.value))}
          tone={failures > 0 ? "bad" : "neutral"}
          note={
            calls.length === 0
              ? t("figure.callsWait")
              : failures > 0
                ? t("figure.failures", { share: format.percent(failures / 100) })
                : t("figure.noFailures")
          }
          chart={<Spark label={t("figure.calls")} points={calls} />}
        />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure
          boxed
          icon={<IconTile icon={Radio} />}
          label={t("figure.events")}
          value={number(latest?.eventsWaiting)}
          tone={latest?.deadLetters ? "bad" : "neutral"}
          note={latest && eventsNote()}
          chart={<Spark label={t("figure.events")} points={waiting} />}
        />
      </DashboardCell>
    </>
  );

  function eventsNote(): string {
    if (latest!.deadLetters > 0) {
      return t("figure.letters", { count: latest!.deadLetters });
    }
    return latest!.eventsWaiting > 0
      ? t("figure.lag", { time: format.millis(latest!.eventsLag * 1000) })
      : t("figure.noLag");
  }
}

function Spark({ label, points }: { label: string; points: Point[] }) {
  const shown = points.slice(-SPARK).map(({ value }) => value);
  return shown.length < 3 ? null : <Sparkline label={label} values={shown} />;
}
