import { Avatar, IconTile } from "@plexica/ui";
import { LogIn, Server } from "lucide-react";
import { actorOf, isFailedSignIn } from "./entry";
import type { AuditEntry } from "./entry";

/** Who did it, as a picture: a person, the platform itself, or a door that stayed shut. */
export function DeedIcon({ entry, who }: { entry: AuditEntry; who: string }) {
  if (isFailedSignIn(entry)) return <IconTile icon={LogIn} size={28} />;
  return actorOf(entry) === undefined ? <IconTile icon={Server} size={28} /> : <Avatar name={who} size={30} />;
}
