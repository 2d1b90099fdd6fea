import type { PluginView } from "@plexica/api-client";
import { Banner, ButtonLink, PageHead, Tabs } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { usePlugin, useRunningRollout, useVersions } from "../../api/plugins";
import { NotFound } from "../../common/NotFound";
import { Shown } from "../../common/Shown";
import { Tile } from "../../common/tiles";
import { sentence } from "../../logic/sentence";
import { CompatibilityTab } from "./CompatibilityTab";
import { RolloutTab } from "./RolloutTab";
import { StatisticsTab } from "./StatisticsTab";
import { TenantsTab } from "./TenantsTab";
import { VersionsTab } from "./VersionsTab";

const TABS = ["versions", "tenants", "rollout", "compatibility", "statistics"] as const;
type Tab = (typeof TABS)[number];

/** One plugin on the platform. */
export function PluginPage() {
  const { id = "", tab = TABS[0] } = useParams();
  const known = TABS.find((one) => one === tab);
  return known ? <Present id={id} tab={known} /> : <NotFound />;
}

function Present({ id, tab }: { id: string; tab: Tab }) {
  const { t } = useTranslation("registry");
  const asked = usePlugin(id);
  usePageTitle([t("title"), "/registry"], [asked.data?.name ?? id]);
  if (asked.problem?.status === 404 && !asked.data) {
    return <NotFound />;
  }
  return (
    <Shown asked={asked} title={id}>
      {(plugin) => (
        <>
          <Head plugin={plugin} tab={tab} />
          {tab !== "rollout" && <UnderWay plugin={plugin} />}
          <Body plugin={plugin} tab={tab} />
        </>
      )}
    </Shown>
  );
}

function Head({ plugin, tab }: { plugin: PluginView; tab: Tab }) {
  const { t } = useTranslation("registry");
  const base = `/registry/${plugin.id}`;
  return (
    <PageHead
      title={plugin.name}
      description={plugin.description}
      icon={<Tile name={plugin.name} id={plugin.id} size={64} />}
      meta={[plugin.author?.name, plugin.license, plugin.category].filter(Boolean).join(" · ")}
      actions={
        <ButtonLink to="/registry/upload" icon={Upload}>
          {t("upload")}
        </ButtonLink>
      }
      tabs={
        <Tabs
          id="plugin"
          label={plugin.name}
          selected={tab}
          items={TABS.map((id) => ({
            id,
            label: t(`tab.${id}`),
            to: id === "versions" ? base : `${base}/${id}`,
            count: id === "versions" ? plugin.versions.length : undefined,
          }))}
        />
      }
    />
  );
}

/** A roll-out that is under way, whoever began it. */
function UnderWay({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation("registry");
  const operation = useRunningRollout(plugin.id, 10_000);
  return (
    operation && (
      <Banner
        title={t("rollout.underWay", { plugin: plugin.name, version: operation.step?.split("@")[1] })}
        actions={
          <ButtonLink size="small" to={`/registry/${plugin.id}/rollout?op=${operation.id}`}>
            {t("rollout.watch")}
          </ButtonLink>
        }
      >
        {sentence(operation.message ?? "")}
      </Banner>
    )
  );
}

function Body({ plugin, tab }: { plugin: PluginView; tab: Tab }) {
  const versions = useVersions(plugin.id);
  switch (tab) {
    case "versions":
      return <VersionsTab plugin={plugin} asked={versions} />;
    case "tenants":
      return <TenantsTab plugin={plugin} />;
    case "rollout":
      return <Shown asked={versions}>{({ items }) => <RolloutTab plugin={plugin} versions={items} />}</Shown>;
    case "compatibility":
      return <Shown asked={versions}>{({ items }) => <CompatibilityTab versions={items} />}</Shown>;
    case "statistics":
      return <StatisticsTab plugin={plugin} />;
  }
}
