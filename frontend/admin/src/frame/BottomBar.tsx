import { Icon } from "@plexica/ui";
import { Building2, ChartColumn, Menu, Package, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

interface BottomBarProps {
  onSearch: () => void;
  onMenu: () => void;
}

const PLACES = [
  { id: "overview", to: "/", icon: ChartColumn },
  { id: "tenants", to: "/tenants", icon: Building2 },
  { id: "registry", to: "/registry", icon: Package },
];

/** What a thumb reaches. */
export function BottomBar({ onSearch, onMenu }: BottomBarProps) {
  const { t } = useTranslation();
  return (
    <nav className="ad-bottom" aria-label={t("nav.label")}>
      {PLACES.map(({ id, to, icon }) => (
        <NavLink key={id} to={to} end={to === "/"} className="ad-bottom__item">
          <Icon of={icon} size={20} />
          {t(`nav.short.${id}`)}
        </NavLink>
      ))}
      <button type="button" className="ad-bottom__item" onClick={onSearch}>
        <Icon of={Search} size={20} />
        {t("nav.search")}
      </button>
      <button type="button" className="ad-bottom__item" onClick={onMenu}>
        <Icon of={Menu} size={20} />
        {t("nav.menu")}
      </button>
    </nav>
  );
}
