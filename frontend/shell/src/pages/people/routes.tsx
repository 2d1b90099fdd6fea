import { Users } from "lucide-react";
import { page } from "../../app/page";
import type { Area } from "../areas";

const WORDS = "people";

/** Who is where: people, their teams, and the workspaces that they work in. */
export const people: Area = {
  id: "people",
  nav: { icon: Users, order: 20, permissions: ["core:users:write", "core:teams:write", "core:workspaces:write"] },
  routes: [
    page("manage/people", () => import("./PeoplePage"), WORDS),
    page("manage/people/teams", () => import("./teams/TeamsPage"), WORDS),
    page("manage/people/workspaces", () => import("./workspaces/WorkspacesPage"), WORDS),
    page("manage/people/workspaces/:id", () => import("./workspaces/WorkspacePage"), WORDS),
  ],
};
