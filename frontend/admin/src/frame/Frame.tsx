import { useLiveState } from "@plexica/api-client";
import { ErrorBoundary, useFocusHeading, useHotkey, useMediaQuery } from "@plexica/ui";
import { AppFrame, OfflineNote, TitleProvider } from "@plexica/ui/frame";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate } from "react-router";
import { PageFailure } from "../common/PageFailure";
import { forgetExports } from "../state/exports";
import { useLiveNews } from "../state/useLiveNews";
import { BottomPlaces } from "./BottomPlaces";
import { Header } from "./Header";
import { SideDrawer, Sidebar } from "./Sidebar";
import { usePlace } from "./usePlace";

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
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isPhone = useMediaQuery("(max-width: 599px)");
  const isNarrow = useMediaQuery("(max-width: 1023px)");
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  useLiveNews();
  useFocusHeading(usePlace());
  useEffect(close, [pathname]);
  useEffect(() => forgetExports, []);
  useHotkey("mod+k", () => setOver("palette"));
  useHotkey("?", () => setOver("keys"));
  return (
    <TitleProvider name={t("tab")}>
      {GO.map(([keys, to]) => (
        <GoKey key={keys} keys={keys} to={to} />
      ))}
      <AppFrame
        side={!isNarrow && <Sidebar />}
        header={
          <Header
            isNarrow={isNarrow}
            hasMenu={isNarrow && !isPhone}
            onMenu={() => setOver("menu")}
            onSearch={() => setOver("palette")}
            onKeys={() => setOver("keys")}
          />
        }
        note={<OfflineNote away={useLiveState() === "away"} text={t("live.gone")} />}
        bottom={isPhone && <BottomPlaces onSearch={() => setOver("palette")} onMenu={() => setOver("menu")} />}
      >
        <ErrorBoundary resetKey={pathname} fallback={(_, retry) => <PageFailure onRetry={retry} />}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </AppFrame>
      {isNarrow && over === "menu" && <SideDrawer onClose={close} />}
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
