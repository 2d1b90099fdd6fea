import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { loadNamespaces } from "../i18n/i18n";

/** A page that is loaded, with its words, when somebody first goes there. */
export function page(
  path: string,
  load: () => Promise<{ default: ComponentType }>,
  ...namespaces: string[]
): RouteObject {
  return {
    ...(path === "" ? { index: true } : { path }),
    lazy: async () => {
      const [module] = await Promise.all([load(), loadNamespaces(...namespaces)]);
      return { Component: module.default };
    },
  } as RouteObject;
}
