import { Breadcrumbs, Icon, IconButton, KeyCap, type Crumb } from "@plexica/ui";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "./AccountMenu";
import { Bell } from "./Bell";
import { useCrumbs } from "./title";

interface HeaderProps {
  isNarrow: boolean;
  /** Where there is neither a sidebar nor a bar at the foot. */
  hasMenu: boolean;
  onMenu: () => void;
  onSearch: () => void;
  onKeys: () => void;
}

/** Where one is, and what is at hand everywhere. */
export function Header({ isNarrow, hasMenu, onMenu, onSearch, onKeys }: HeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="ad-header">
      {hasMenu && <IconButton icon={MenuIcon} label={t("nav.menu")} onClick={onMenu} />}
      <Where crumbs={useCrumbs()} />
      <div className="ad-header__own">
        {isNarrow ? (
          <IconButton icon={Search} label={t("palette.label")} onClick={onSearch} />
        ) : (
          <button type="button" className="ad-search" onClick={onSearch}>
            <Icon of={Search} size={16} />
            <span>{t("palette.placeholder")}</span>
            <KeyCap>Ctrl K</KeyCap>
          </button>
        )}
        <Bell />
        <AccountMenu onKeys={onKeys} />
      </div>
    </header>
  );
}

function Where({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <div className="ad-header__where">
      {crumbs.length > 1 ? <Breadcrumbs items={crumbs} /> : <b>{crumbs[0]?.label}</b>}
    </div>
  );
}
