import { defineConfig } from "vitest/config";
import { appConfig } from "../build/vite.ts";

export default defineConfig(({ command }) => ({
  ...appConfig("shell", true, command),
  test: { include: ["src/**/*.test.{ts,tsx}", "../build/**/*.test.ts"], testTimeout: 20_000 },
}));
