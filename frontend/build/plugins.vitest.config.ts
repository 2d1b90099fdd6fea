import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const here = (path: string): string => resolve(import.meta.dirname, "..", path);

/** Tests of what plugins of this repository bring for browsers: their folders are none of npm's, so names lead into this one. */
export default defineConfig({
  root: here(".."),
  resolve: {
    alias: {
      vitest: here("node_modules/vitest"),
      react: here("node_modules/react"),
      "@plexica/plugin-api": here("packages/plugin-api/src/index.ts"),
    },
  },
  test: { include: ["bundles/plugins/*/ui/src/**/*.test.ts"] },
});
