import { useApi } from "@plexica/api-client";
import type { PluginConfiguration } from "@plexica/api-client";
import { Loading, ProblemView, SidePanel, SkeletonText, Stack } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { FormLanguage } from "../../plugins/FormLanguage";
import { hasSettings } from "../../plugins/schema";
import { usePlugin } from "../../plugins/usePlugin";
import type { PlacedPlugin, Workspace, WorkspacePlugin } from "../model/views";
import { PluginFeatures } from "./PluginFeatures";
import { PluginForm } from "./PluginForm";

interface PluginPanelProps {
  placed: PlacedPlugin;
  workspace: Workspace;
  mayChange: boolean;
  onClose(): void;
}

/** A plugin in a workspace: what of it is on there, and what is set there alone. */
export function PluginPanel({ placed, workspace, mayChange, onClose }: PluginPanelProps) {
  const t = useT("people");
  const path = `/workspaces/${workspace.id}/plugins/${placed.plugin}`;
  const own = useApi<WorkspacePlugin>(path, { staleTime: 0 });
  const tenant = useApi<PluginConfiguration>(`/tenants/current/plugins/${placed.plugin}/configuration`);
  const features = usePlugin(placed.plugin).data?.features ?? [];
  const problem = own.problem ?? tenant.problem;
  return (
    <SidePanel title={placed.name} description={t("plugin.in", { workspace: workspace.name })} onClose={onClose}>
      {problem && <ProblemView problem={problem} onRetry={own.problem ? own.again : tenant.again} />}
      {!problem && !(own.data && tenant.data) && (
        <Loading onRetry={own.again}>
          <SkeletonText lines={6} />
        </Loading>
      )}
      {own.data && tenant.data && (
        <Stack gap={24}>
          {features.length > 0 && (
            <PluginFeatures path={path} own={own.data} features={features} mayChange={mayChange} />
          )}
          {hasSettings(tenant.data.schema) ? (
            <FormLanguage>
              <PluginForm
                key={path}
                path={path}
                name={placed.name}
                own={own.data}
                etag={own.etag}
                tenant={tenant.data}
                mayChange={mayChange}
              />
            </FormLanguage>
          ) : (
            <p className="sh-hint">{t("plugin.noSettings", { plugin: placed.name })}</p>
          )}
        </Stack>
      )}
    </SidePanel>
  );
}
