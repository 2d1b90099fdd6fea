import type { PluginView } from "@plexica/api-client";
import { useApi } from "@plexica/api-client";
import { Card, KeyValueList, Link } from "@plexica/ui";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { usePluginList } from "../usePluginList";
import { isHere } from "../catalogue";

interface Stats {
  tenants: { calls: number; errors: number; p95: number }[];
}

/** Facts beside the plugin: how it stands here, and what it is. */
export function Facts({ plugin }: { plugin: PluginView }) {
  return (
    <div className="sh-plugin-page">
      {isHere(plugin) && <Here plugin={plugin} />}
      <About plugin={plugin} />
    </div>
  );
}

function Here({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const format = useFormat();
  const { tenant, can } = useMe();
  const { data: list } = usePluginList();
  const { data: stats } = useApi<Stats>(`/plugins/${plugin.id}/stats`, { enabled: can("core:plugins:configure") });
  const own = stats?.tenants[0];
  const needing = list?.items.filter(
    (one) => isHere(one) && one.dependencies.some((need) => need.plugin === plugin.id && !need.optional),
  );
  const since = plugin.installation?.installedAt;
  return (
    <Card title={t("facts.here", { tenant: tenant.name })}>
      <KeyValueList
        items={[
          {
            label: t("facts.version"),
            value: since
              ? t("facts.since", { version: plugin.installation?.version ?? "", date: format.date(since) })
              : plugin.installation?.version,
          },
          ...(needing && needing.length > 0
            ? [{ label: t("facts.neededBy"), value: format.list(needing.map((one) => one.name)) }]
            : []),
          ...(own
            ? [
                {
                  label: t("facts.calls"),
                  value: t("facts.callsValue", { calls: format.number(own.calls), count: own.errors }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function About({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const format = useFormat();
  const { data: list } = usePluginList();
  const needs = plugin.dependencies.map(
    ({ plugin: id, version }) => `${list?.items.find((one) => one.id === id)?.name ?? id} ${version}`,
  );
  const facts = [
    { label: t("facts.publisher"), value: plugin.author?.name },
    { label: t("facts.published"), value: format.date(plugin.publishedAt) },
    { label: t("facts.licence"), value: plugin.license },
    { label: t("facts.plans"), value: plugin.plans.length > 0 ? format.list(plugin.plans) : t("facts.allPlans") },
    { label: t("facts.needs"), value: needs.length > 0 ? format.list(needs) : undefined },
    {
      label: t("facts.help"),
      value: plugin.homepage && /^https?:/.test(plugin.homepage) && (
        <Link to={plugin.homepage}>{t("facts.guide")}</Link>
      ),
    },
  ];
  return (
    <Card title={t("facts.about")}>
      <KeyValueList items={facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))} />
    </Card>
  );
}
