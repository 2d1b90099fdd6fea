import { CatalogueIcon, PluginIcon } from "../../frame/PluginIcon";
import type { Names } from "./useRights";

/** The picture of where a permission comes from: the plugin's own where it is known, as everywhere else. */
export function SourceIcon({ source, names }: { source: string; names: Pick<Names, "plugin" | "source"> }) {
  const plugin = names.plugin(source);
  return plugin ? (
    <CatalogueIcon plugin={plugin} />
  ) : (
    <PluginIcon plugin={{ id: source, name: names.source(source) }} />
  );
}
