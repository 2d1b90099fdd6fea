import { useContext } from "react";
import type { PluginApi } from "./api";
import { PlexicaContext } from "./context";

/** The colours that the page is shown in. */
export type ColorMode = "light" | "dark";

export interface TenantInfo {
  slug: string;
  name: string;
  plan: string;
}

export interface WorkspaceInfo {
  id: string;
  name: string;
  slug: string;
}

export interface UserInfo {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
}

/** A message that appears beside the page for a moment, and is read out. */
export interface Notice {
  text: string;
  tone?: "info" | "good" | "warning" | "bad";
  /** Something to do about it, such as Undo; offered for ten seconds. */
  action?: { label: string; run: () => void };
}

/**
 * What a contribution knows of the world around it. It stands for the plugin that the contribution belongs to: paths are
 * below its prefix, calls go to its endpoints.
 */
export interface Plexica {
  /** The plugin's id. */
  readonly plugin: string;
  readonly tenant: TenantInfo;
  /** Where the user works; null for who belongs to no workspace. */
  readonly workspace: WorkspaceInfo | null;
  readonly user: UserInfo;
  /** A language such as `en` or `it`, for `Intl`. */
  readonly locale: string;
  /** The user's time zone, such as `Europe/Rome`. */
  readonly timeZone: string;
  readonly theme: ColorMode;
  /** What of the address lies below the page: `/42` of `/crm/contacts/42` for the page `./contacts`. Empty for the page itself. */
  readonly path: string;
  /** Whether the user holds a permission. It says what to show: the endpoint still decides. */
  can(permission: string): boolean;
  readonly api: PluginApi;
  /** Goes to a path below the plugin's prefix: `navigate('/contacts/42')`. */
  navigate(path: string, options?: { replace?: boolean }): void;
  /** The address of a path below the plugin's prefix, for `Link` of `@plexica/ui`. */
  href(path: string): string;
  /** A text of the plugin's namespace in the user's language; the key itself where there is none. */
  t(key: string, values?: Record<string, string | number>): string;
  notify(notice: Notice): void;
  /** Reads a sentence out to those who do not see the page. */
  announce(text: string): void;
}

/** The world around a contribution. Only within a component that the shell draws. */
export function usePlexica(): Plexica {
  const plexica = useContext(PlexicaContext);
  if (!plexica) throw new Error("usePlexica() works within what a plugin contributes, and nowhere else");
  return plexica;
}
