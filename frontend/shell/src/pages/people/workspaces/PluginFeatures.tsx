import { usePlatform } from "@plexica/api-client";
import type { PluginView } from "@plexica/api-client";
import { Stack, Switch } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useAct } from "../common/useAct";
import { isOn, withFeature } from "../model/features";
import type { WorkspacePlugin } from "../model/views";

interface PluginFeaturesProps {
  path: string;
  own: WorkspacePlugin;
  features: PluginView["features"];
  mayChange: boolean;
}

export function PluginFeatures({ path, own, features, mayChange }: PluginFeaturesProps) {
  const t = useT("people");
  const { api } = usePlatform();
  const { act } = useAct();
  const { enabledFeatures, disabledFeatures } = own;
  const put = (wanted: object) => api.put(path, wanted);
  return (
    <Stack gap={12}>
      <h3>{t("plugin.features")}</h3>
      {features.map((feature) => (
        <Switch
          key={feature.key}
          spread
          label={feature.name}
          checked={isOn(own, feature)}
          disabledReason={mayChange ? undefined : t("plugin.mayNot")}
          onChange={(on) =>
            void act({
              work: () => put(withFeature(own, feature.key, on)),
              done: t(on ? "plugin.featureOn" : "plugin.featureOff", { feature: feature.name }),
              undo: () => put({ enabledFeatures, disabledFeatures }),
            })
          }
        />
      ))}
    </Stack>
  );
}
