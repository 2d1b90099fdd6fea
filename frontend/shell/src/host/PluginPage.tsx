import type { ConsolePlugin } from "@plexica/api-client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { NotFound } from "../pages/NotFound";
import { PageSkeleton } from "../common/PageSkeleton";
import { ProblemPage } from "../common/ProblemPage";
import { prefixOf, usePlugins, versionOf } from "../state/console";
import type { Placed } from "../state/console";
import { Absent } from "./Absent";
import { Contribution } from "./Contribution";
import { FrozenNotice } from "./FrozenNotice";
import { frozen } from "./frozen";
import { useLabel } from "./label";
import { PageFailure } from "./PageFailure";
import { findPage } from "./pages";
import { PluginHead } from "./PluginHead";

/** Whatever address is none of the shell's own: a page of a plugin, of one that is not there at the moment, or of none. */
export default function PluginPage() {
  const { pathname } = useLocation();
  const { plugins, loaded, problem, again } = usePlugins();
  const segment = pathname.split("/")[1] ?? "";
  const plugin = plugins.find((one) => pathname === prefixOf(one) || pathname.startsWith(prefixOf(one) + "/"));
  if (!loaded) return <PageSkeleton />;
  if (problem) return <ProblemPage title={segment} problem={problem} onRetry={again} />;
  if (!plugin) return <Absent segment={segment} />;
  const page = findPage(plugin, pathname.slice(prefixOf(plugin).length));
  if (!page) return <NotFound />;
  return <Page key={`${page.placed.id}@${plugin.version}`} plugin={plugin} page={page.placed} path={page.path} />;
}

function Page({ plugin, page, path }: { plugin: ConsolePlugin; page: Placed; path: string }) {
  const label = useLabel()(page);
  const version = versionOf(plugin);
  useState(() => frozen.ask(version));
  const wary = useSyncExternalStore(frozen.subscribe, () => frozen.was(version));

  useEffect(() => {
    if (wary !== false) return;
    frozen.opened(version);
    return () => frozen.closed();
  }, [version, wary]);
  if (wary === null) return <PageSkeleton />;
  if (wary) return <FrozenNotice plugin={plugin} onOpen={() => frozen.forgive(version)} />;
  // Noted before anything of it is drawn, too: what freezes while it is drawn can note nothing any more.
  frozen.opened(version);
  return (
    <PluginHead plugin={plugin} label={label} path={path}>
      <Contribution
        placed={page}
        page={path}
        waiting={<PageSkeleton body />}
        failed={(failure) => <PageFailure placed={page} failure={failure} />}
      />
    </PluginHead>
  );
}
