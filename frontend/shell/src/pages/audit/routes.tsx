import { ScrollText } from "lucide-react";
import { page } from "../../app/page";
import type { Area } from "../areas";

/** Who did what. */
export const audit: Area = {
  id: "audit",
  nav: { icon: ScrollText, order: 40, permissions: ["core:audit:read"] },
  routes: [page("manage/audit", () => import("./AuditPage"), "audit", "deeds")],
};
