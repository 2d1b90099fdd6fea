import { createPlatform, createQueryClient, readBoot } from "@plexica/api-client";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { warmUp } from "./app/warmUp";
import { startI18n } from "./i18n/i18n";
import "@plexica/ui/theme.css";

const boot = readBoot();
const platform = createPlatform(boot);
const client = createQueryClient();

async function start(): Promise<void> {
  const words = startI18n(boot.language);
  // Where somebody is about to be in, what they will see is fetched beside their tokens.
  if (location.pathname.endsWith("/me/signed-in")) void import("./app/SignedIn");
  if (boot.tenant && (await platform.session.start()) !== null) {
    warmUp(platform, client);
    void import("./app/SignedIn").then(({ prepare }) => prepare(boot.base));
  }
  await words;
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root");
  createRoot(root).render(<App platform={platform} client={client} />);
}

void start();
