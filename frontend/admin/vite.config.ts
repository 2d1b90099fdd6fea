import { defineConfig } from "vitest/config";
import { devSettings } from "../build/dev.ts";
import { appConfig } from "../build/vite.ts";

export default defineConfig(({ command }) => {
  const config = appConfig("admin", false, command);
  const { platform: target } = devSettings(process.env);
  return {
    ...config,
    server: {
      ...config.server,
      proxy: {
        // The page of this name is the application's; only calls go to the platform.
        "^/health$": {
          target,
          bypass: (request) => (request.headers.accept?.includes("text/html") ? request.url : undefined),
        },
        "^/metrics$": { target },
        ...config.server?.proxy,
      },
    },
    test: { environment: "node" },
  };
});
