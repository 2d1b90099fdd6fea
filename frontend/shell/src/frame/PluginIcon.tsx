import type { ConsolePlugin, PluginView } from "@plexica/api-client";
import { IconTile } from "@plexica/ui";
import { useState } from "react";
import type { IconTileProps } from "@plexica/ui";

export interface PluginIconProps {
  plugin: Pick<ConsolePlugin, "id" | "name" | "icon">;
  size?: IconTileProps["size"];
}

/** A plugin's own picture, or its first letter. Only files of plugins are ever shown. */
export function PluginIcon({ plugin, size = 20 }: PluginIconProps) {
  const own = plugin.icon && /^(\/t\/[a-z0-9-]+)?\/plugins\//.test(plugin.icon) ? plugin.icon : undefined;
  const [broken, setBroken] = useState<string>();
  const shown = own === broken ? undefined : own;
  return (
    <span className="sh-icon" onErrorCapture={() => setBroken(own)}>
      <IconTile size={size} src={shown} letter={plugin.name} colour={shown ? undefined : colourOf(plugin.id)} />
    </span>
  );
}

/** The same for a plugin as the catalogue shows it: there the icon is a path in the jar. */
export function CatalogueIcon({ plugin, size }: { plugin: PluginView; size?: IconTileProps["size"] }) {
  const icon = plugin.icon ? `/plugins/${plugin.id}/${encodeURIComponent(plugin.version)}/icon` : undefined;
  return <PluginIcon plugin={{ id: plugin.id, name: plugin.name, ...(icon ? { icon } : {}) }} size={size} />;
}

const COLOURS = ["#c8462f", "#23734c", "#5b4bb5", "#2463a8", "#55606b", "#0f7a74", "#7a5a3a", "#a03a78", "#b4750a"];

/** The same for a plugin wherever it is shown. */
export function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 99991;
  return COLOURS[sum % COLOURS.length] ?? "#55606b";
}
