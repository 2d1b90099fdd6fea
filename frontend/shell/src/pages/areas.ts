import type { IconType } from "@plexica/ui";
import type { RouteObject } from "react-router";
import { access } from "./access/routes";
import { audit } from "./audit/routes";
import { people } from "./people/routes";
import { plugins } from "./plugins/routes";
import { settings } from "./settings/routes";

/** A part of Manage: an entry of the navigation, and the pages behind it. */
export interface Area {
  /** Also the first segment of its addresses after `/manage`, and the name of its words. */
  id: string;
  nav: {
    icon: IconType;
    order: number;
    /** Who sees it: whoever has one of these. */
    permissions: string[];
    /** A hook: a number that stands beside the entry, such as upgrades to be had. */
    useBadge?: () => { count: number; label: string } | undefined;
  };
  routes: RouteObject[];
}

/** In the order of the navigation. */
export const AREAS: Area[] = [access, audit, people, plugins, settings].sort((a, b) => a.nav.order - b.nav.order);
