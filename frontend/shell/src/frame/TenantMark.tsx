import { IconTile } from "@plexica/ui";
import { useLook } from "../app/Theme";
import { Contribution } from "../host/Contribution";
import { usePlaced } from "../state/console";
import { useMe } from "../state/me";

/** The tenant's picture, or its initial; a plugin may draw it instead. It is seen and no more: what is in it is not for use. */
export function TenantMark() {
  const { tenant } = useMe();
  const look = useLook();
  const [logo] = usePlaced("header.logo", 1)
    .filter(({ plugin }) => !plugin.sandbox)
    .sort((a, b) => (a.contribution.order ?? 0) - (b.contribution.order ?? 0));
  const own = <IconTile size={36} letter={tenant.name} src={look.logo} colour={look.colour ?? "accent"} />;
  if (!logo) return own;
  return (
    <span className="sh-mark" aria-hidden="true" inert>
      <Contribution key={`${logo.id}@${logo.plugin.version}`} placed={logo} waiting={own} failed={() => own} />
    </span>
  );
}
