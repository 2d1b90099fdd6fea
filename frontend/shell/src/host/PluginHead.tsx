import type { ConsolePlugin } from "@plexica/api-client";
import type { PageHeadOptions } from "@plexica/plugin-api";
import { PageContext } from "@plexica/plugin-api/runtime";
import { PageHead } from "@plexica/ui";
import { useMemo, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { usePageTitle } from "../frame/title";
import { placed, prefixOf } from "../state/console";
import { Boundary } from "./Boundary";

interface Head {
  set(head: PageHeadOptions | null): void;
  get(): PageHeadOptions | null;
  subscribe(listener: () => void): () => void;
}

function createHead(): Head {
  let head: PageHeadOptions | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => head,
    set(next) {
      if (next === head) return;
      head = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface PluginHeadProps {
  plugin: ConsolePlugin;
  label: string;
  children: ReactNode;
}

/** The head of a plugin's page, as the page wants it, and below it the page. */
export function PluginHead({ plugin, label, children }: PluginHeadProps) {
  const head = useMemo(createHead, []);
  return (
    <>
      <Shown head={head} plugin={plugin} label={label} />
      <PageContext value={head}>{children}</PageContext>
    </>
  );
}

function Shown({ head, plugin, label }: { head: Head; plugin: ConsolePlugin; label: string }) {
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
      <PageHead title={title} description={description} badge={badge} actions={actions} primary={primary} />
    </Boundary>
  );
}
