import type { QuickAction } from "@plexica/plugin-api";

const action: QuickAction = { path: "/deals?new=1" };

export default action;
