import { IconButton } from "@plexica/ui";
import { AppHeader, FindButton } from "@plexica/ui/frame";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "./AccountMenu";
import { Bell } from "./Bell";

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
    <AppHeader start={hasMenu && <IconButton icon={MenuIcon} label={t("nav.menu")} onClick={onMenu} />}>
      {isNarrow ? (
        <IconButton icon={Search} label={t("palette.label")} onClick={onSearch} />
      ) : (
        <FindButton text={t("palette.placeholder")} keys="Ctrl K" onClick={onSearch} />
      )}
      <Bell />
      <AccountMenu onKeys={onKeys} />
    </AppHeader>
  );
}
