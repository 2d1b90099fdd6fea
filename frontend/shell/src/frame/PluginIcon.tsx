import { usePlatform } from "@plexica/api-client";
import type { ConsolePlugin } from "@plexica/api-client";
import { IconTile } from "@plexica/ui";
import type { IconTileProps } from "@plexica/ui";

/** A plugin's own picture, or its first letter. Only a file of the plugin itself is ever shown. */
export function PluginIcon({
  plugin,
  size = 20,
}: {
  plugin: Pick<ConsolePlugin, "id" | "name" | "icon">;
  size?: IconTileProps["size"];
}) {
  const { boot } = usePlatform();
  const own = plugin.icon?.startsWith("/plugins/") ? boot.base + plugin.icon : undefined;
  return <IconTile size={size} src={own} letter={plugin.name} colour={own ? undefined : colourOf(plugin.id)} />;
}

const COLOURS = ["#c8462f", "#23734c", "#5b4bb5", "#2463a8", "#55606b", "#0f7a74", "#7a5a3a", "#a03a78", "#b4750a"];

/** The same for a plugin wherever it is shown. */
export function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 99991;
  return COLOURS[sum % COLOURS.length] ?? "#55606b";
}
