import { IconTile } from "@plexica/ui";
import { groundOf } from "../logic/colour";

type Size = 20 | 28 | 32 | 36 | 40 | 52 | 56 | 64;

interface TileProps {
  name: string;
  id: string;
  size?: Size;
}

/** The first letter of a tenant's or plugin's name, on a ground that is always the same. */
export function Tile({ name, id, size = 28 }: TileProps) {
  return <IconTile letter={name} colour={groundOf(id)} size={size} />;
}
