import type { ConsolePlugin } from "@plexica/api-client";
import { Icon, VisuallyHidden } from "@plexica/ui";
import { CircleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { crashes } from "../host/crashes";
import { useT } from "../i18n/useT";
import { useLabel } from "../host/label";
import { pathOf, placed, prefixOf } from "../state/console";
import { NavItem } from "./NavItem";
import { PluginIcon } from "./PluginIcon";

const MOST_ENTRIES = 6;

/** A plugin in the navigation: its name leads to its first page, its entries stand below. */
export function PluginGroup({ plugin }: { plugin: ConsolePlugin }) {
  const t = useT();
  const label = useLabel();
  const broken = useSyncExternalStore(crashes.subscribe, () => crashes.has(plugin.id));
  const entries = placed([plugin], "sidebar.menu", MOST_ENTRIES);
  const pages = placed([plugin], "page").length + placed([plugin], "application").length;
  const prefix = prefixOf(plugin);
  const first = entries[0];
  if (pages === 0 && !first) return null;
  const single = entries.length === 1;
  return (
    <NavItem
      to={single && first ? prefix + pathOf(first.contribution.module) : prefix}
      end={entries.length > 1}
      label={single && first ? label(first) : plugin.name}
      icon={<PluginIcon plugin={plugin} />}
      sign={
        broken && (
          <span className="sh-nav__sign">
            <Icon of={CircleAlert} size={16} />
            <VisuallyHidden>{t("nav.broken")}</VisuallyHidden>
          </span>
        )
      }
    >
      {entries.length > 1 && (
        <ul>
          {entries.map((entry) => (
            <NavItem key={entry.id} sub to={prefix + pathOf(entry.contribution.module)} label={label(entry)} />
          ))}
        </ul>
      )}
    </NavItem>
  );
}
