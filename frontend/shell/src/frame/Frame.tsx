import { LinkProvider, useFocusHeading, useHotkey, useMediaQuery } from "@plexica/ui";
import { AppFrame, TitleProvider } from "@plexica/ui/frame";
import { lazy, Suspense, useEffect, useState } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { useActionRunner } from "../host/useActionRunner";
import { BottomBar } from "./BottomBar";
import { Drawer } from "./Drawer";
import { Header } from "./Header";
import { OfflineNote } from "./OfflineNote";
import { RouterLink } from "./RouterLink";
import { Sidebar } from "./Sidebar";
import "./frame.css";
import "./nav.css";
import "./notes.css";

const Palette = lazy(() => import("../palette/Palette"));
const KeysHelp = lazy(() => import("./KeysHelp"));

type Over = "palette" | "keys" | "menu" | null;

/** What stays around all pages: where one can go, and what is at hand everywhere. */
export function Frame() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const phone = useMediaQuery("(max-width: 599px)");
  const narrow = useMediaQuery("(max-width: 1023px)");
  const [over, setOver] = useState<Over>(null);
  const close = (): void => setOver(null);

  useFocusHeading(pathname);
  useActionRunner();
  useEffect(close, [pathname]);
  useHotkey("mod+k", () => setOver("palette"));
  useHotkey("?", () => setOver("keys"));
  useHotkey("g h", () => void navigate("/"));
  useHotkey("g p", () => void navigate("/manage/plugins"));

  return (
    <LinkProvider component={RouterLink}>
      <TitleProvider name="Plexica">
        <AppFrame
          side={!narrow && <Sidebar />}
          header={
            <Header
              phone={phone}
              narrow={narrow}
              onMenu={() => setOver("menu")}
              onSearch={() => setOver("palette")}
              onKeys={() => setOver("keys")}
            />
          }
          note={<OfflineNote />}
          bottom={phone && <BottomBar onSearch={() => setOver("palette")} onMenu={() => setOver("menu")} />}
        >
          <Outlet />
          <div id="foot" className="sh-foot" />
        </AppFrame>
        {narrow && over === "menu" && <Drawer onClose={close} />}
        <Suspense fallback={null}>
          {over === "palette" && <Palette onClose={close} />}
          {over === "keys" && <KeysHelp onClose={close} />}
        </Suspense>
      </TitleProvider>
    </LinkProvider>
  );
}
