import type { ConsolePlugin } from "@plexica/api-client";
import { pathOf, placed } from "../state/console";
import type { Placed } from "../state/console";

export interface FoundPage {
  placed: Placed;
  /** Its path below the prefix; empty where it is all of the plugin's. */
  path: string;
}

/**
 * Which page of a plugin an address is: the one whose path it begins with, the longest first; the plugin's application, where
 * there is one; for the prefix alone its first page.
 *
 * @param rest the address below the plugin's prefix
 */
export function findPage(plugin: ConsolePlugin, rest: string): FoundPage | undefined {
  const path = rest.replace(/\/+$/, "");
  const pages = placed([plugin], "page").map((one) => ({ placed: one, path: pathOf(one.contribution.module) }));
  const found = pages
    .filter((page) => path === page.path || path.startsWith(page.path + "/"))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (found) return found;
  const application = placed([plugin], "application")[0];
  if (application) return { placed: application, path: "" };
  return path === "" ? pages[0] : undefined;
}
