import { createPlatform, createQueryClient, PlatformProvider, readBoot } from "@plexica/api-client";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@plexica/ui/theme.css";
import { App } from "./App";
import { applyLook, currentPrefs } from "./common/prefs";
import { startTexts } from "./i18n";
import "./styles/common.css";
import "./styles/frame.css";
import "./styles/registry.css";
import "./styles/lists.css";

const platform = createPlatform(readBoot());
const queries = createQueryClient();

applyLook();
void startTexts(currentPrefs().language).then(() => {
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <PlatformProvider value={platform}>
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </PlatformProvider>
    </StrictMode>,
  );
  return platform.session.start();
});
