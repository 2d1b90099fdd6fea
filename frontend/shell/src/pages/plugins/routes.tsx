import { Blocks } from "lucide-react";
import { page } from "../../app/page";
import type { Area } from "../areas";
import { useUpgradeBadge } from "./useUpgradeBadge";

const WORDS = "plugins";

/** Plugins of the tenant: what there is, what is installed, and how each is installed, set up and taken away. */
export const plugins: Area = {
  id: "plugins",
  nav: {
    icon: Blocks,
    order: 10,
    permissions: ["core:plugins:install", "core:plugins:enable", "core:plugins:configure"],
    useBadge: useUpgradeBadge,
  },
  routes: [
    page("manage/plugins", () => import("./CataloguePage"), WORDS),
    page("manage/plugins/:id", () => import("./DetailPage"), WORDS),
    page("manage/plugins/:id/install", () => import("./install/InstallPage"), WORDS),
    page("manage/plugins/:id/upgrade", () => import("./upgrade/UpgradePage"), WORDS),
    page("manage/plugins/:id/uninstall", () => import("./uninstall/UninstallPage"), WORDS),
  ],
};
