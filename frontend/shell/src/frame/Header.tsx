import { Breadcrumbs, Icon, IconButton } from "@plexica/ui";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useT } from "../i18n/useT";
import { Bell } from "./Bell";
import { PersonMenu } from "./PersonMenu";
import { QuickActions } from "./QuickActions";
import { useCrumbs } from "./title";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";

export interface HeaderProps {
  phone: boolean;
  narrow: boolean;
  onMenu(): void;
  onSearch(): void;
  onKeys(): void;
}

const MAC = /mac/i.test(navigator.platform);

export function Header({ phone, narrow, onMenu, onSearch, onKeys }: HeaderProps) {
  const t = useT();
  const crumbs = useCrumbs();
  return (
    <header className="sh-header">
      {phone ? (
        <WorkspaceSwitcher compact />
      ) : (
        <>
          {narrow && <IconButton icon={MenuIcon} label={t("nav.open")} onClick={onMenu} />}
          <div className="sh-header__where">{crumbs.length > 0 && <Breadcrumbs items={crumbs} />}</div>
          <button type="button" className="sh-search" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
            <Icon of={Search} size={16} />
            <span>{t("search.open")}</span>
            <kbd>{MAC ? "⌘ K" : "Ctrl K"}</kbd>
          </button>
          <QuickActions />
        </>
      )}
      <div className="sh-header__own">
        <Bell />
        <PersonMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
