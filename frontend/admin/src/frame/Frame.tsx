import { useLiveState } from "@plexica/api-client";
import { ErrorBoundary, Icon, SkipLink, useDelayed, useFocusHeading, useHotkey, useMediaQuery } from "@plexica/ui";
import { WifiOff } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate } from "react-router";
import { PageFailure } from "../common/PageFailure";
import { forgetExports } from "../state/exports";
import { useLiveNews } from "../state/useLiveNews";
import { BottomBar } from "./BottomBar";
import { Drawer } from "./Drawer";
import { Header } from "./Header";
import { Sidebar } from "./Sidebar";
import { TitleProvider } from "./title";

const Palette = lazy(() => import("./Palette"));
const KeysHelp = lazy(() => import("./KeysHelp"));

type Over = "palette" | "keys" | "menu" | null;

const GO: [string, string][] = [
  ["g o", "/"],
  ["g t", "/tenants"],
  ["g r", "/registry"],
  ["g h", "/health"],
  ["g a", "/audit"],
];

/** What stays around all pages. */
export function Frame() {
  const { pathname } = useLocation();
  const isPhone = useMediaQuery("(max-width: 599px)");
  const isNarrow = useMediaQuery("(max-width: 1023px)");
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  useLiveNews();
  useFocusHeading(pathname);
  useEffect(close, [pathname]);
  useEffect(() => forgetExports, []);
  useHotkey("mod+k", () => setOver("palette"));
  useHotkey("?", () => setOver("keys"));
  return (
    <TitleProvider>
      <SkipLink target="main" />
      {GO.map(([keys, to]) => (
        <GoKey key={keys} keys={keys} to={to} />
      ))}
      <div className="ad-frame">
        {!isNarrow && <Sidebar />}
        <div className="ad-column">
          <Header
            isNarrow={isNarrow}
            hasMenu={isNarrow && !isPhone}
            onMenu={() => setOver("menu")}
            onSearch={() => setOver("palette")}
            onKeys={() => setOver("keys")}
          />
          <OfflineNote />
          <main id="main" className="ad-main" tabIndex={-1}>
            <ErrorBoundary resetKey={pathname} fallback={(_, retry) => <PageFailure onRetry={retry} />}>
              <Suspense fallback={null}>
                <Outlet />
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
        {isPhone && <BottomBar onSearch={() => setOver("palette")} onMenu={() => setOver("menu")} />}
      </div>
      {isNarrow && over === "menu" && <Drawer onClose={close} />}
      <Suspense fallback={null}>
        {over === "palette" && <Palette onClose={close} />}
        {over === "keys" && <KeysHelp onClose={close} />}
      </Suspense>
    </TitleProvider>
  );
}

function GoKey({ keys, to }: { keys: string; to: string }) {
  const navigate = useNavigate();
  useHotkey(keys, () => void navigate(to));
  return null;
}

/** Says that what is shown may be old, once that has lasted. */
function OfflineNote() {
  const { t } = useTranslation();
  const isAway = useDelayed(useLiveState() === "away", 2_000);
  return (
    <div role="status">
      {isAway && (
        <p className="ad-offline">
          <Icon of={WifiOff} size={16} />
          {t("live.gone")}
        </p>
      )}
    </div>
  );
}
