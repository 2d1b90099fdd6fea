import type { ConsolePlugin } from "@plexica/api-client";
import { PageContext, PlexicaContext } from "@plexica/plugin-api/runtime";
import { PageHead } from "@plexica/ui";
import { useMemo, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { usePageTitle } from "../frame/title";
import { placed, prefixOf } from "../state/console";
import { Boundary } from "./Boundary";
import { createHead } from "./head";
import type { Head } from "./head";
import { usePluginWorld } from "./usePluginWorld";

interface PluginHeadProps {
  plugin: ConsolePlugin;
  label: string;
  /** The page's path below the prefix. */
  path: string;
  children: ReactNode;
}

/** The head of a plugin's page, as the page wants it, and below it the page. */
export function PluginHead({ plugin, label, path, children }: PluginHeadProps) {
  const head = useMemo(createHead, []);
  return (
    <>
      <Shown head={head} plugin={plugin} label={label} path={path} />
      <PageContext value={head}>{children}</PageContext>
    </>
  );
}

function Shown({ head, plugin, label, path }: Omit<PluginHeadProps, "children"> & { head: Head }) {
  const world = usePluginWorld(plugin, path);
  const wanted = useSyncExternalStore(head.subscribe, head.get) ?? {};
  const { title = label, description, badge, actions, primary, crumbs = [] } = wanted;
  const prefix = prefixOf(plugin);
  const single = placed([plugin], "page").length < 2 && crumbs.length === 0;
  const way: [string, string?][] = [
    [plugin.name, prefix],
    ...crumbs.map((crumb): [string, string] => [crumb.label, prefix + crumb.path]),
    [title],
  ];
  usePageTitle(...(single ? way.slice(-1) : way));
  return (
    <Boundary attempt={0} fallback={() => <PageHead title={label} />} onCrash={() => {}}>
      <PlexicaContext value={world}>
        <PageHead title={title} description={description} badge={badge} actions={actions} primary={primary} />
      </PlexicaContext>
    </Boundary>
  );
}
