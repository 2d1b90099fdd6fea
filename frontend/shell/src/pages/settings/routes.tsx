import { Settings } from "lucide-react";
import { page } from "../../app/page";
import type { Area } from "../areas";

const WORDS = "settings";

/** How the tenant is set. */
export const settings: Area = {
  id: "settings",
  nav: { icon: Settings, order: 50, permissions: ["core:settings:read", "core:api-keys:read"] },
  routes: [
    page("manage/settings", () => import("./SettingsPage"), WORDS),
    page("manage/settings/:section", () => import("./SettingsPage"), WORDS),
  ],
};
