import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { hasUpgrade } from "./catalogue";
import { usePluginList } from "./usePluginList";

/** How many upgrades can be had, beside the entry of the navigation. */
export function useUpgradeBadge(): { count: number; label: string } | undefined {
  const t = useT();
  const { can } = useMe();
  const { data } = usePluginList(can("core:plugins:read"));
  const count = data?.items.filter(hasUpgrade).length ?? 0;
  return count === 0 ? undefined : { count, label: t("nav.upgrades", { count }) };
}
