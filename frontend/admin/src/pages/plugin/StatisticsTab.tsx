import type { PluginView } from "@plexica/api-client";
import { Card, CardGrid, StateBadge, TextField } from "@plexica/ui";
import { BarChart, BarList } from "@plexica/ui/charts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStats } from "../../api/plugins";
import type { PluginStats, VersionStats } from "../../api/plugins.types";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { Course } from "../overview/charts";
import { ServicesTable, TenantsTable } from "./statsTables";
import { useStatsHistory } from "./useStatsHistory";

const EVERY = 5_000;

/** How a plugin does and what is done with it. */
export function StatisticsTab({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation("registry");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const asked = useStats(plugin.id, { every: EVERY, from, to });
  return (
    <Shown asked={asked}>
      {(stats) => (
        <div className="ad-stack">
          <p className="ad-quiet">{t("stats.note")}</p>
          <Versions versions={stats.versions} />
          <Courses stats={stats} at={asked.at} />
          <Card
            title={t("stats.usage")}
            actions={
              <div className="ad-dates">
                <TextField label={t("stats.from")} hideLabel type="date" value={from} onChange={setFrom} />
                <TextField label={t("stats.to")} hideLabel type="date" value={to} onChange={setTo} />
              </div>
            }
          >
            <Usage stats={stats} />
          </Card>
          <TenantsTable rows={stats.tenants} />
          <ServicesTable rows={stats.services} />
        </div>
      )}
    </Shown>
  );
}

function Versions({ versions }: { versions: VersionStats[] }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return (
    <CardGrid label={t("stats.versions")} least={280}>
      {versions
        .filter(({ tenants, calls }, at) => tenants > 0 || calls > 0 || at === 0)
        .map((version) => (
          <Card
            key={version.version}
            title={version.version}
            note={t("common:count.tenants", { count: version.tenants })}
          >
            <div className="ad-figures">
              <Small label={t("rollout.calls")} value={format.number(version.calls)} />
              <Small label={t("stats.errors")} value={version.calls ? format.percent(version.errorRate) : "–"} />
              <Small label={t("stats.p95")} value={version.calls ? format.millis(version.p95) : "–"} />
            </div>
            <Harm version={version} />
          </Card>
        ))}
    </CardGrid>
  );
}

export function Small({ label, value }: { label: string; value: string }) {
  return (
    <div className="ad-small-figure">
      <b>{value}</b>
      <span>{label}</span>
    </div>
  );
}

function Harm({ version }: { version: VersionStats }) {
  const { t } = useTranslation("registry");
  const harms = [
    version.hungThreads > 0 && t("stats.hung", { count: version.hungThreads }),
    version.leaks > 0 && t("stats.leaks", { count: version.leaks }),
    version.rejected > 0 && t("stats.rejected", { count: version.rejected }),
    version.breaker !== "CLOSED" && t("stats.breaker"),
  ].filter((harm) => harm !== false);
  return (
    harms.length > 0 && (
      <div className="ad-inline ad-below">
        {harms.map((harm) => (
          <StateBadge key={harm} tone="warning">
            {harm}
          </StateBadge>
        ))}
      </div>
    )
  );
}

function Courses({ stats, at }: { stats: PluginStats; at: number }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const history = useStatsHistory(stats, at);
  const points = history.calls();
  const used = stats.versions.filter(({ calls }) => calls > 0).slice(0, 4);
  return (
    <div className="ad-halves">
      <Card title={t("stats.calls")} note={t("stats.callsUnit")}>
        <Course since label={t("stats.calls")} courses={[{ name: t("stats.calls"), points }]} />
      </Card>
      <Card title={t("stats.latency")} note={t("stats.latencyUnit")}>
        {used.length === 0 ? (
          <p className="ad-quiet">{t("rollout.noCalls")}</p>
        ) : (
          <BarChart
            label={t("stats.latency")}
            height={220}
            categories={[t("stats.p50"), t("stats.p95"), t("stats.p99")]}
            series={used.map(({ version, p50, p95, p99 }, place) => ({
              name: version,
              values: [p50, p95, p99],
              ...(place > 0 ? { comparison: false } : {}),
            }))}
            format={(value) => format.decimal(value, value < 10 ? 1 : 0)}
          />
        )}
      </Card>
    </div>
  );
}

function Usage({ stats }: { stats: PluginStats }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return stats.usage.length === 0 ? (
    <p className="ad-quiet">{t("stats.usageEmpty")}</p>
  ) : (
    <BarList
      label={t("stats.usage")}
      items={[...stats.usage]
        .sort((one, other) => other.count - one.count)
        .map(({ action, count, lastAt }) => ({
          label: action,
          value: count,
          text: format.number(count),
          note: format.ago(lastAt),
        }))}
    />
  );
}
