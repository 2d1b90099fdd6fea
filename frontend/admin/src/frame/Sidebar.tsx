import { usePlatform } from "@plexica/api-client";
import { Drawer } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useHealth } from "../api/health";
import { Logo } from "./Logo";
import { Navigation } from "./Navigation";

/** The dark side: whose application this is, where one can go, and how the platform is. */
export function Sidebar() {
  const { t } = useTranslation();
  return (
    <aside className="ad-side" aria-label={t("area")}>
      <Brand />
      <Navigation />
      <SystemState />
    </aside>
  );
}

/** The same where there is no room for it. */
export function SideDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer label={t("nav.label")} head={<Brand />} className="ad-drawer" onClose={onClose}>
      <Navigation />
      <SystemState />
    </Drawer>
  );
}

function Brand() {
  const { t } = useTranslation();
  return (
    <div className="ad-brand">
      <Logo />
      <div>
        <b>{t("product")}</b>
        <span>{t("area")}</span>
      </div>
    </div>
  );
}

function SystemState() {
  const { t } = useTranslation();
  const { boot } = usePlatform();
  const { health, problem } = useHealth();
  // What was well when it last answered says nothing of now.
  const state = problem ? "silent" : (health?.status ?? "unknown");
  return (
    <Link to="/health" className="ad-system">
      <span className={`ad-system__dot ad-system__dot--${state}`} />
      {t(`system.${state}`)} · {boot.version}
    </Link>
  );
}
