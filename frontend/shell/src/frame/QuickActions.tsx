import { Menu, useHotkey } from "@plexica/ui";
import { Plus } from "lucide-react";
import { useT } from "../i18n/useT";
import { useQuickActions } from "./useQuickActions";

/** What plugins offer to make, from anywhere. Without any there is no button. */
export function QuickActions() {
  const t = useT();
  const actions = useQuickActions();
  const first = actions[0];
  useHotkey("n", () => first?.run(), first !== undefined);
  if (actions.length === 0) return null;
  return (
    <Menu
      label={t("new.label")}
      text={t("new.button")}
      icon={Plus}
      items={actions.map((action) => ({
        id: action.id,
        label: action.label,
        note: action.plugin,
        onSelect: action.run,
      }))}
    />
  );
}
