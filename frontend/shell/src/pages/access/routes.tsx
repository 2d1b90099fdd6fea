import { KeyRound } from "lucide-react";
import { page } from "../../app/page";
import type { Area } from "../areas";

const WORDS = "access";

/** Who may do what, and why: roles, permissions, policies, and questions about them. */
export const access: Area = {
  id: "access",
  nav: { icon: KeyRound, order: 30, permissions: ["core:roles:read", "core:policies:read"] },
  routes: [
    page("manage/access", () => import("./AccessPage"), WORDS),
    page("manage/access/explain", () => import("./explain/ExplainPage"), WORDS),
    page("manage/access/roles/:id", () => import("./roles/RolePage"), WORDS),
    page("manage/access/policies/:id", () => import("./policies/PolicyPage"), WORDS),
  ],
};
