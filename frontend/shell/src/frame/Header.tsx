import { IconButton } from "@plexica/ui";
import { AppHeader, FindButton } from "@plexica/ui/frame";
import { Menu as MenuIcon } from "lucide-react";
import { useT } from "../i18n/useT";
import { Bell } from "./Bell";
import { PersonMenu } from "./PersonMenu";
import { QuickActions } from "./QuickActions";
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
  return (
    <AppHeader
      start={narrow && !phone && <IconButton icon={MenuIcon} label={t("nav.open")} onClick={onMenu} />}
      where={phone && <WorkspaceSwitcher compact />}
    >
      {!phone && (
        <>
          <FindButton text={t("search.open")} keys={MAC ? "⌘ K" : "Ctrl K"} onClick={onSearch} />
          <QuickActions />
        </>
      )}
      <Bell />
      <PersonMenu onKeys={onKeys} />
    </AppHeader>
  );
}
