import { Icon } from "@plexica/ui";
import { NAV } from "@plexica/ui/frame";
import { House } from "lucide-react";
import { AREAS } from "../pages/areas";
import type { Area } from "../pages/areas";
import { useT } from "../i18n/useT";
import { useMe } from "../state/me";
import { usePlugins } from "../state/console";
import { NavItem } from "./NavItem";
import { PluginGroup } from "./PluginGroup";

/** Home, what plugins add, and what one may manage. */
export function Navigation() {
  const t = useT();
  const { canAny } = useMe();
  const { plugins } = usePlugins();
  const areas = AREAS.filter((area) => canAny(...area.nav.permissions));
  return (
    <nav className={NAV.list} aria-label={t("nav.label")}>
      <ul>
        <NavItem to="/" end icon={<Icon of={House} size={18} />} label={t("nav.home")} />
        {plugins.map((plugin) => (
          <PluginGroup key={plugin.id} plugin={plugin} />
        ))}
      </ul>
      {areas.length > 0 && (
        <>
          <h2 className={NAV.title} id="nav-manage">
            {t("nav.manage")}
          </h2>
          <ul aria-labelledby="nav-manage">
            {areas.map((area) => (
              <AreaItem key={area.id} area={area} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

const none = (): undefined => undefined;

function AreaItem({ area }: { area: Area }) {
  const t = useT();
  const useBadge = area.nav.useBadge ?? none;
  const badge = useBadge();
  return (
    <NavItem
      to={`/manage/${area.id}`}
      icon={<Icon of={area.nav.icon} size={18} />}
      label={t(`nav.${area.id}`)}
      badge={badge?.count}
      badgeLabel={badge?.label}
    />
  );
}
