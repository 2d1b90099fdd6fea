import { Banner, Card } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { PluginStats, VersionStats } from "../../api/plugins.types";
import { useFormat } from "../../common/useFormat";
import { isComparable, judge, type RolloutState } from "../../logic/rollout";
import { Course } from "../overview/charts";
import { Small } from "./StatisticsTab";
import { useCompareHistory } from "./useCompareHistory";

const TONES = { well: "good", worse: "bad", unknown: "neutral" } as const;

interface CompareProps {
  stats: PluginStats;
  /** When they were read. */
  at: number;
  state: RolloutState;
}

/** The old version beside the new one: errors, latency, and what to make of it. */
export function Compare({ stats, at, state }: CompareProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const find = (version: string | undefined) => stats.versions.find((one) => one.version === version);
  const fresh = find(state.target);
  const old = find(state.from);
  const verdict = judge(old, fresh);
  const hasCalls = (old?.calls ?? 0) + (fresh?.calls ?? 0) > 0;
  const history = useCompareHistory(stats, at, state);
  const isAlone = verdict !== "unknown" && !isComparable(old);
  const words = isAlone ? `rollout.${verdict}Alone` : `rollout.${verdict}`;
  const courses = (points: { old: ReturnType<typeof history>["old"]; fresh: ReturnType<typeof history>["fresh"] }) => [
    { name: state.target, points: points.fresh },
    ...(state.from ? [{ name: state.from, points: points.old, comparison: true }] : []),
  ];
  return (
    <Card title={t("rollout.compare")}>
      <div className="ad-stack">
        {state.stage !== "nobody" && (
          <Banner tone={TONES[verdict]}>
            {t(words, { version: state.target, old: state.from, calls: format.number(fresh?.calls ?? 0) })}
          </Banner>
        )}
        <div className="ad-halves">
          <Side version={state.from} stats={old} />
          <Side version={state.target} stats={fresh} isNew />
        </div>
        {!hasCalls ? null : (
          <div className="ad-halves">
            <div>
              <h3>{t("rollout.errors")} (%)</h3>
              <Course
                label={t("rollout.errors")}
                height={160}
                courses={courses(history((one) => 100 * one.errorRate))}
              />
            </div>
            <div>
              <h3>{t("rollout.latency")} (ms)</h3>
              <Course label={t("rollout.latency")} height={160} courses={courses(history((one) => one.p95))} />
            </div>
          </div>
        )}
      </div>
    </Card>
  );
}

interface SideProps {
  version: string | undefined;
  stats: VersionStats | undefined;
  isNew?: boolean;
}

function Side({ version, stats, isNew }: SideProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  if (!version) {
    return null;
  }
  const has = stats && stats.calls > 0;
  return (
    <section className={isNew ? "ad-side-by-side ad-side-by-side--new" : "ad-side-by-side"} aria-label={version}>
      <h3>
        {version} <span className="ad-quiet">{t("common:count.tenants", { count: stats?.tenants ?? 0 })}</span>
      </h3>
      <div className="ad-figures">
        <Small label={t("rollout.calls")} value={format.number(stats?.calls ?? 0)} />
        <Small label={t("rollout.errors")} value={has ? format.percent(stats.errorRate) : "–"} />
        <Small label={t("rollout.latency")} value={has ? format.millis(stats.p95) : "–"} />
      </div>
    </section>
  );
}
