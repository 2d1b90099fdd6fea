import { PageHead, ProblemView, Tabs } from "@plexica/ui";
import { useQueryState } from "../../common/useQueryState";
import { usePageTitle } from "../../frame/title";
import { useT } from "../../i18n/useT";
import { hasUpgrade, isHere } from "./catalogue";
import { Discover } from "./Discover";
import { Installed } from "./Installed";
import { usePluginList } from "./usePluginList";
import "./plugins.css";

const TABS = ["discover", "installed", "upgrades"] as const;

/** What could help, what is here, and what could be newer. */
export default function CataloguePage() {
  const t = useT("plugins");
  const [tab] = useQueryState("tab", "discover");
  const { data, problem, again } = usePluginList(true, 0);
  usePageTitle([t("title")]);

  const plugins = data?.items;
  const here = plugins?.filter((plugin) => isHere(plugin) || plugin.installation?.status === "IN_PROGRESS");
  const newer = plugins?.filter(hasUpgrade);
  const counts = { discover: undefined, installed: here?.length, upgrades: newer?.length || undefined };
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("description")}
        tabs={
          <Tabs
            id="plugins"
            label={t("title")}
            selected={tab}
            items={TABS.map((id) => ({
              id,
              label: t(`tabs.${id}`),
              count: counts[id],
              to: id === "discover" ? "/manage/plugins" : `/manage/plugins?tab=${id}`,
            }))}
          />
        }
      />
      {problem && !plugins ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : tab === "installed" ? (
        <Installed plugins={here} empty="installed" onRetry={again} />
      ) : tab === "upgrades" ? (
        <Installed plugins={newer} empty="upgrades" onRetry={again} />
      ) : (
        <Discover plugins={plugins} onRetry={again} />
      )}
    </>
  );
}
