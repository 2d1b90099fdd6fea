import { Icon, Menu } from "@plexica/ui";
import type { IconType } from "@plexica/ui";
import { BOTTOM_ITEM, BottomBar as Bar } from "@plexica/ui/frame";
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
    <Bar label={t("nav.bottom")}>
      <NavLink to="/" end className={BOTTOM_ITEM}>
        <Icon of={House} size={20} />
        {t("nav.home")}
      </NavLink>
      {plugin && entry && (
        <NavLink to={prefixOf(plugin) + pathOf(entry.contribution.module)} className={BOTTOM_ITEM}>
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
      <button type="button" className={BOTTOM_ITEM} onClick={onSearch}>
        <Icon of={Search} size={20} />
        {t("nav.search")}
      </button>
      <button type="button" className={BOTTOM_ITEM} onClick={onMenu}>
        <Icon of={MenuIcon} size={20} />
        {t("nav.menu")}
      </button>
    </Bar>
  );
}

function Face({ icon, label }: { icon: IconType; label: string }) {
  return (
    <span className={BOTTOM_ITEM}>
      <Icon of={icon} size={20} />
      {label}
    </span>
  );
}
