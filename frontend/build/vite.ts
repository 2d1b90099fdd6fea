import react from "@vitejs/plugin-react";
import type { UserConfig } from "vite";
import { devPage, devProxy, devSettings } from "./dev.ts";
import { consoleManifest } from "./manifest.ts";
import { SHARED, sharedId, sharedModules, sharedName } from "./shared.ts";

const BASE = "/console/";

/**
 * The build of one application: hash-named files below `/console/<app>/` and `console.json`, from which the platform writes
 * the page.
 *
 * @param app which of the two
 * @param command what Vite is asked for: the dev server answers at the root
 * @param plugins whether it loads plugin code, which shares modules with it
 */
export function appConfig(app: "shell" | "admin", plugins: boolean, command: "build" | "serve"): UserConfig {
  const shared = plugins ? SHARED : [];
  const settings = devSettings(process.env);
  const port = Number(process.env["PLEXICA_DEV_PORT"] ?? (app === "shell" ? 5173 : 5174));
  return {
    base: command === "build" ? BASE : "/",
    appType: "custom",
    // A build says what it weighs in one line (size.mjs); the list of its files helps nobody.
    logLevel: command === "build" ? "warn" : "info",
    plugins: [
      react(),
      sharedModules(),
      consoleManifest(BASE, app, plugins ? "frame" : null, shared),
      devPage(app, shared, settings),
    ],
    resolve: { dedupe: ["react", "react-dom", "react-router"] },
    server: { port, strictPort: true, proxy: devProxy(settings) },
    build: {
      target: "es2022",
      assetsDir: app,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        preserveEntrySignatures: "exports-only",
        input: {
          [app]: "src/main.tsx",
          ...(plugins ? { frame: "src/sandbox/frame/main.tsx" } : {}),
          ...Object.fromEntries(shared.map((one) => [sharedName(one), sharedId(one)])),
        },
        output: {
          entryFileNames: `${app}/[name]-[hash].js`,
          chunkFileNames: `${app}/[name]-[hash].js`,
          assetFileNames: `${app}/[name]-[hash][extname]`,
        },
      },
    },
  };
}
