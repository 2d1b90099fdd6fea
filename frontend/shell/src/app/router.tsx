import { createBrowserRouter } from "react-router";
import type { RouteObject } from "react-router";
import { PageSkeleton } from "../common/PageSkeleton";
import { Frame } from "../frame/Frame";
import { AREAS } from "../pages/areas";
import { page } from "./page";
import { PageCrash } from "./PageCrash";

/** Every address of the shell. What is none of its own may be a plugin's: the last route finds out. */
export function routes(): RouteObject[] {
  return [
    {
      element: <Frame />,
      children: [
        {
          errorElement: <PageCrash />,
          hydrateFallbackElement: <PageSkeleton />,
          children: [
            page("", () => import("../pages/home/HomePage"), "home"),
            page("search", () => import("../pages/search/SearchPage"), "search"),
            page("me", () => import("../pages/me/MePage"), "me"),
            page("manage", () => import("../pages/ManagePage")),
            ...AREAS.flatMap((area) => area.routes),
            page("*", () => import("../host/PluginPage")),
          ],
        },
      ],
    },
  ];
}

export function createRouter(base: string) {
  return createBrowserRouter(routes(), { basename: base || "/" });
}
