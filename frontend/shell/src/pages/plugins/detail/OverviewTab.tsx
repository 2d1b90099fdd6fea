import type { PluginView } from "@plexica/api-client";
import { AsidePage, Banner, Button, Card } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { inPlan } from "../catalogue";
import { Facts } from "./Facts";
import { useSwitch } from "./useSwitch";

/** What the plugin is for, and what stands in its way. */
export function OverviewTab({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const { tenant, can } = useMe();
  const { act, busy } = useSwitch(plugin);
  const { installation } = plugin;
  return (
    <AsidePage aside={<Facts plugin={plugin} />}>
      <div className="sh-plugin-page">
        {installation?.status === "DISABLED" && (
          <Banner
            tone="neutral"
            title={t("disabledHere", { plugin: plugin.name, tenant: tenant.name })}
            actions={
              can("core:plugins:enable") && (
                <Button busy={busy} onClick={() => void act("enable")}>
                  {t("enable.verb", { plugin: plugin.name })}
                </Button>
              )
            }
          >
            {t("disabledHereText")}
          </Banner>
        )}
        {installation?.status === "FAILED" && (
          <Banner tone="bad" title={t("failedHere", { plugin: plugin.name })}>
            {installation.reason}
          </Banner>
        )}
        {installation?.warnings.map((warning) => (
          <Banner key={warning} tone="warning">
            {warning}
          </Banner>
        ))}
        {!installation && !inPlan(plugin, tenant.plan) && (
          <Banner tone="warning" title={t("needsPlan", { plans: plugin.plans.join(", "), plan: tenant.plan })} />
        )}
        <Card title={t("about.title", { plugin: plugin.name })}>
          <p>{plugin.description ?? t("about.none")}</p>
        </Card>
        {plugin.features.length > 0 && (
          <Card title={t("about.features")}>
            <ul className="sh-changes">
              {plugin.features.map((feature) => (
                <li key={feature.key}>{feature.name}</li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </AsidePage>
  );
}
