import { isProblem } from "@plexica/api-client";
import type { PluginView } from "@plexica/api-client";
import { ButtonLink, PageHead, StateBadge, Tabs } from "@plexica/ui";
import { useParams } from "react-router";
import { ProblemPage } from "../../common/ProblemPage";
import { PageSkeleton } from "../../common/PageSkeleton";
import { useQueryState } from "../../common/useQueryState";
import { CatalogueIcon } from "../../frame/PluginIcon";
import { usePageTitle } from "../../frame/title";
import { useT } from "../../i18n/useT";
import { prefixOf, usePlugins } from "../../state/console";
import { useMe } from "../../state/me";
import { NotFound } from "../NotFound";
import { hasUpgrade, inPlan, isHere } from "./catalogue";
import { ConfigurationTab } from "./detail/ConfigurationTab";
import { OverviewTab } from "./detail/OverviewTab";
import { PermissionsTab } from "./detail/PermissionsTab";
import { PluginMenu } from "./detail/PluginMenu";
import { VersionsTab } from "./detail/VersionsTab";
import { usePlugin } from "./usePlugin";
import "./plugins.css";

const TONES = {
  INSTALLED: "good",
  DISABLED: "neutral",
  IN_PROGRESS: "accent",
  FAILED: "bad",
  UNINSTALLED: "neutral",
} as const;

/** One plugin: what it would change, and the one next step. */
export default function DetailPage() {
  const t = useT("plugins");
  const { id = "" } = useParams();
  const { data: plugin, problem, again } = usePlugin(id);
  usePageTitle([t("title"), "/manage/plugins"], [plugin?.name ?? id]);
  if (isProblem(problem) && problem.status === 404) return <NotFound />;
  if (!plugin) return problem ? <ProblemPage title={id} problem={problem} onRetry={again} /> : <PageSkeleton />;
  return <Detail plugin={plugin} />;
}

function Detail({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const [tab] = useQueryState("tab", "overview");
  const { can } = useMe();
  const { installation } = plugin;
  const own = `/manage/plugins/${plugin.id}`;
  const tabs = [
    { id: "overview", label: t("tabs.overview"), to: own },
    { id: "permissions", label: t("tabs.permissions"), count: plugin.permissions.length, to: `${own}?tab=permissions` },
    ...(isHere(plugin) && can("core:plugins:read")
      ? [{ id: "configuration", label: t("tabs.configuration"), to: `${own}?tab=configuration` }]
      : []),
    { id: "versions", label: t("tabs.versions"), count: plugin.versions.length, to: `${own}?tab=versions` },
  ];
  return (
    <>
      <PageHead
        icon={<CatalogueIcon plugin={plugin} size={64} />}
        title={plugin.name}
        badge={
          installation &&
          installation.status !== "UNINSTALLED" && (
            <StateBadge tone={TONES[installation.status]}>{t(`status.${installation.status}`)}</StateBadge>
          )
        }
        description={plugin.description}
        meta={[plugin.author?.name, installation?.version ?? plugin.version].filter(Boolean).join(" · ")}
        actions={<OpenPlugin plugin={plugin} />}
        primary={<NextStep plugin={plugin} />}
        more={isHere(plugin) && <PluginMenu plugin={plugin} />}
        tabs={<Tabs id="plugin" label={plugin.name} selected={tab} items={tabs} />}
      />
      <Body tab={tab} plugin={plugin} />
    </>
  );
}

function Body({ tab, plugin }: { tab: string; plugin: PluginView }) {
  switch (tab) {
    case "permissions":
      return <PermissionsTab plugin={plugin} />;
    case "configuration":
      return <ConfigurationTab plugin={plugin} />;
    case "versions":
      return <VersionsTab plugin={plugin} />;
    default:
      return <OverviewTab plugin={plugin} />;
  }
}

function OpenPlugin({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const there = usePlugins().plugins.find((one) => one.id === plugin.id);
  const pages = there?.contributions.some(({ point }) => point === "page" || point === "application");
  return there && pages ? <ButtonLink to={prefixOf(there)}>{t("open", { plugin: plugin.name })}</ButtonLink> : null;
}

/** The one next step, for whoever may take it. */
function NextStep({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const { tenant, can } = useMe();
  if (!can("core:plugins:install") || plugin.installation?.status === "IN_PROGRESS") return null;
  const own = `/manage/plugins/${plugin.id}`;
  if (hasUpgrade(plugin)) {
    return (
      <ButtonLink variant="primary" to={`${own}/upgrade`}>
        {t("previewUpgrade", { version: plugin.version })}
      </ButtonLink>
    );
  }
  if (isHere(plugin) || !inPlan(plugin, tenant.plan)) return null;
  return (
    <ButtonLink variant="primary" to={`${own}/install`}>
      {t("installOne", { plugin: plugin.name })}
    </ButtonLink>
  );
}
