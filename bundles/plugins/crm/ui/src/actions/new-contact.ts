import type { QuickAction } from "@plexica/plugin-api";

const action: QuickAction = { path: "/contacts?new=1" };

export default action;
