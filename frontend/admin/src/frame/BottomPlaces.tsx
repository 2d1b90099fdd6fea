import { Icon } from "@plexica/ui";
import { BOTTOM_ITEM, BottomBar } from "@plexica/ui/frame";
import { Building2, ChartColumn, Menu, Package, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

interface BottomPlacesProps {
  onSearch: () => void;
  onMenu: () => void;
}

const PLACES = [
  { id: "overview", to: "/", icon: ChartColumn },
  { id: "tenants", to: "/tenants", icon: Building2 },
  { id: "registry", to: "/registry", icon: Package },
];

/** What a thumb reaches. */
export function BottomPlaces({ onSearch, onMenu }: BottomPlacesProps) {
  const { t } = useTranslation();
  return (
    <BottomBar label={t("nav.label")}>
      {PLACES.map(({ id, to, icon }) => (
        <NavLink key={id} to={to} end={to === "/"} className={BOTTOM_ITEM}>
          <Icon of={icon} size={20} />
          {t(`nav.short.${id}`)}
        </NavLink>
      ))}
      <button type="button" className={BOTTOM_ITEM} onClick={onSearch}>
        <Icon of={Search} size={20} />
        {t("nav.search")}
      </button>
      <button type="button" className={BOTTOM_ITEM} onClick={onMenu}>
        <Icon of={Menu} size={20} />
        {t("nav.menu")}
      </button>
    </BottomBar>
  );
}
