import type { WorkspacePlugin } from "./views";

type Chosen = Pick<WorkspacePlugin, "enabledFeatures" | "disabledFeatures">;

/** Whether a feature is on in a workspace: what was chosen there, else what the plugin says. */
export function isOn(chosen: Chosen, feature: { key: string; default: boolean }): boolean {
  if (chosen.disabledFeatures.includes(feature.key)) return false;
  return feature.default || chosen.enabledFeatures.includes(feature.key);
}

/** The choice with one feature on or off. */
export function withFeature(chosen: Chosen, key: string, on: boolean): Chosen {
  const others = (keys: readonly string[]) => keys.filter((one) => one !== key);
  return {
    enabledFeatures: on ? [...others(chosen.enabledFeatures), key] : others(chosen.enabledFeatures),
    disabledFeatures: on ? others(chosen.disabledFeatures) : [...others(chosen.disabledFeatures), key],
  };
}
