import { Icon, Menu } from "@plexica/ui";
import type { IconType } from "@plexica/ui";
import { House, Menu as MenuIcon, Plus, Search } from "lucide-react";
import { NavLink } from "react-router";
import { useT } from "../i18n/useT";
import { pathOf, placed, prefixOf, usePlugins } from "../state/console";
import { PluginIcon } from "./PluginIcon";
import { useQuickActions } from "./useQuickActions";

/** On a phone: Home, the first plugin, and what the header has elsewhere. */
export function BottomBar({ onSearch, onMenu }: { onSearch(): void; onMenu(): void }) {
  const t = useT();
  const actions = useQuickActions();
  const { plugins } = usePlugins();
  const plugin = plugins.find((one) => placed([one], "sidebar.menu").length > 0);
  const entry = plugin && placed([plugin], "sidebar.menu")[0];
  return (
    <nav className="sh-bottom" aria-label={t("nav.bottom")}>
      <NavLink to="/" end className="sh-bottom__item">
        <Icon of={House} size={20} />
        {t("nav.home")}
      </NavLink>
      {plugin && entry && (
        <NavLink to={prefixOf(plugin) + pathOf(entry.contribution.module)} className="sh-bottom__item">
          <PluginIcon plugin={plugin} />
          {plugin.name}
        </NavLink>
      )}
      {actions.length > 0 && (
        <Menu
          label={t("new.label")}
          trigger={<Face icon={Plus} label={t("new.button")} />}
          items={actions.map(({ id, label, plugin, run }) => ({ id, label, note: plugin, onSelect: run }))}
        />
      )}
      <button type="button" className="sh-bottom__item" onClick={onSearch}>
        <Icon of={Search} size={20} />
        {t("nav.search")}
      </button>
      <button type="button" className="sh-bottom__item" onClick={onMenu}>
        <Icon of={MenuIcon} size={20} />
        {t("nav.menu")}
      </button>
    </nav>
  );
}

function Face({ icon, label }: { icon: IconType; label: string }) {
  return (
    <span className="sh-bottom__item">
      <Icon of={icon} size={20} />
      {label}
    </span>
  );
}
