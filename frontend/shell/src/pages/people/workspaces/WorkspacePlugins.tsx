import { useApi, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { DataTable, EmptyState, NameCell, SplitPage, StateBadge, Switch } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Blocks } from "lucide-react";
import { usePanel } from "../../../common/usePanel";
import { useT } from "../../../i18n/useT";
import { Trouble } from "../common/Trouble";
import { useAct } from "../common/useAct";
import type { PlacedPlugin, Workspace } from "../model/views";
import { PluginPanel } from "./PluginPanel";

/** Which of the tenant's plugins are on in a workspace. */
export function WorkspacePlugins({ workspace, mayChange }: { workspace: Workspace; mayChange: boolean }) {
  const t = useT("people");
  const { api } = usePlatform();
  const again = useInvalidate();
  const { act } = useAct();
  const [open, show] = usePanel("plugin");
  const path = `/workspaces/${workspace.id}/plugins`;
  const asked = useApi<Page<PlacedPlugin>>(path, { query: { size: 200 } });

  const put = async (plugin: string, enabled: boolean): Promise<void> => {
    await api.put(`${path}/${plugin}`, { enabled });
    await again("/console");
  };
  const set = ({ plugin, name }: PlacedPlugin, enabled: boolean): void =>
    void act({
      work: () => put(plugin, enabled),
      done: t(enabled ? "plugin.on" : "plugin.off", { plugin: name, workspace: workspace.name }),
      undo: () => put(plugin, !enabled),
    });
  const columns: Column<PlacedPlugin>[] = [
    { id: "name", header: t("columns.plugin"), cell: (one) => <NameCell name={one.name} below={one.version} /> },
    {
      id: "state",
      header: t("plugin.tenant"),
      cell: (one) =>
        one.status === "INSTALLED" ? (
          <StateBadge tone="good">{t("plugin.installed")}</StateBadge>
        ) : (
          <StateBadge tone="neutral">{t(`plugin.status.${one.status}`, { defaultValue: one.status })}</StateBadge>
        ),
    },
    {
      id: "enabled",
      header: t("plugin.here"),
      cell: (one) => (
        <Switch
          hideLabel
          label={t("plugin.switch", { plugin: one.name, workspace: workspace.name })}
          checked={one.enabled}
          disabledReason={mayChange ? undefined : t("plugin.mayNot")}
          onChange={(enabled) => set(one, enabled)}
        />
      ),
    },
  ];
  const shown = asked.data?.items.find((one) => one.plugin === open);
  return (
    <SplitPage
      panel={
        shown && (
          <PluginPanel
            key={shown.plugin}
            placed={shown}
            workspace={workspace}
            mayChange={mayChange}
            onClose={() => show(null)}
          />
        )
      }
    >
      <DataTable
        label={t("workspace.tabs.plugins")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={(one) => one.plugin}
        onOpen={(one) => show(one.plugin)}
        selectedKey={open}
        problem={
          asked.problem &&
          !asked.data && <Trouble problem={asked.problem} what={t("workspace.tabs.plugins")} onRetry={asked.again} />
        }
        onRetry={asked.again}
        empty={<EmptyState icon={Blocks} title={t("plugin.none")} text={t("plugin.noneText")} />}
      />
    </SplitPage>
  );
}
