import { usePlatform } from "@plexica/api-client";
import type { ConsolePlugin } from "@plexica/api-client";
import type { Plexica } from "@plexica/plugin-api";
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { useLook } from "../app/Theme";
import { useFeedback } from "../common/Feedback";
import { say } from "../i18n/i18n";
import { useLanguage } from "../i18n/useT";
import { prefixOf } from "../state/console";
import { useMe } from "../state/me";
import { usePreferences } from "../state/preferences";
import { createPluginApi } from "./pluginApi";
import { namespaceOf } from "./words";

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes the world as one plugin sees it; what of the address is its own, each place says for itself. */
export function useWorldOf(): (plugin: ConsolePlugin, path?: string) => Plexica {
  const platform = usePlatform();
  const { me, tenant, workspace, can } = useMe();
  const { mode } = useLook();
  const { timeZone = OWN_ZONE } = usePreferences().preferences;
  const { notify, announce } = useFeedback();
  const locale = useLanguage();
  const go = useNavigate();

  return useCallback(
    (plugin, path = "") => {
      const prefix = prefixOf(plugin);
      return {
        plugin: plugin.id,
        tenant: { slug: tenant.slug, name: tenant.name, plan: tenant.plan },
        workspace: workspace && { id: workspace.id, name: workspace.name, slug: workspace.slug },
        user: {
          id: me.user.id,
          email: me.user.email,
          firstName: me.user.firstName,
          lastName: me.user.lastName,
        },
        locale,
        timeZone,
        theme: mode,
        path,
        can,
        api: createPluginApi(platform, plugin.id),
        navigate: (to, options) => void go(prefix + below(to), { replace: options?.replace ?? false }),
        href: (to) => prefix + below(to),
        t(key, values) {
          const ns = namespaceOf(plugin);
          return ns ? say(ns, key, values) : key;
        },
        notify: ({ text, tone, action }) => notify({ text, tone, undo: action?.run, source: plugin.name }),
        announce,
      };
    },
    [platform, me, tenant, workspace, can, mode, timeZone, notify, announce, locale, go],
  );
}

/**
 * The world as one contribution of a plugin sees it.
 *
 * @param page the path of the page that it is, below the prefix; other contributions are no page and have no path
 */
export function usePluginWorld(plugin: ConsolePlugin, page?: string): Plexica {
  const worldOf = useWorldOf();
  const { pathname, search } = useLocation();
  const path = page === undefined ? "" : pathname.slice((prefixOf(plugin) + page).length) + search;
  return useMemo(() => worldOf(plugin, path), [worldOf, plugin, path]);
}

/** Whatever a plugin asks for, it stays below its own prefix. */
export function below(path: string): string {
  const clean = path.replace(/[\\]/g, "/").replace(/^\/*/, "/");
  const { pathname, search, hash } = new URL(clean, "http://plugin.invalid");
  return (pathname === "/" ? "" : pathname) + search + hash;
}
