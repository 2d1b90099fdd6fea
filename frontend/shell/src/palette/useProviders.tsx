import type { SearchProvider, SearchResult } from "@plexica/plugin-api";
import { useEffect, useMemo, useState } from "react";
import { PluginIcon } from "../frame/PluginIcon";
import { loadModule } from "../host/load";
import { useWorldOf } from "../host/usePluginWorld";
import { prefixOf, usePlaced } from "../state/console";
import type { Placed } from "../state/console";
import type { Group } from "./useEntries";

const MOST = 5;
const PATIENCE_MS = 800;
const TYPING_MS = 120;
const NONE: Found = { text: "", groups: [], searching: false, missing: [] };

interface Found {
  text: string;
  groups: Group[];
  searching: boolean;
  /** Plugins whose search failed or was too late. */
  missing: string[];
}

/** What the plugins' search finds: five of each within 800 ms; who is later is left out, and named. */
export function useProviders(text: string): Found {
  const all = usePlaced("header.search", 1);
  // Code of plugins in frames of their own is never run here.
  const providers = useMemo(() => all.filter(({ plugin }) => !plugin.sandbox), [all]);
  const worldOf = useWorldOf();
  const [found, setFound] = useState<Found>(NONE);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < 2) return;
    const stop = new AbortController();
    const ask = (): void => {
      setFound((before) => ({ ...before, searching: true }));
      let open = providers.length;
      const groups = new Map<string, Group>();
      const missing: string[] = [];
      const settle = (): void => {
        open -= 1;
        if (stop.signal.aborted) return;
        const inOrder = providers.flatMap((one) => groups.get(one.id) ?? []);
        setFound({ text: wanted, groups: inOrder, searching: open > 0, missing: [...missing] });
      };
      if (open === 0) setFound({ ...NONE, text: wanted });
      providers.forEach((one) => {
        const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE_MS)]);
        search(one, wanted, signal, worldOf)
          .then((results) => groups.set(one.id, groupOf(one, results)))
          .catch(() => missing.push(one.plugin.name))
          .finally(settle);
      });
    };
    const timer = setTimeout(ask, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, providers, worldOf]);

  return wanted.length < 2 ? NONE : found;
}

async function search(
  one: Placed,
  text: string,
  signal: AbortSignal,
  worldOf: ReturnType<typeof useWorldOf>,
): Promise<SearchResult[]> {
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason as Error)),
  );
  const ask = async (): Promise<SearchResult[]> => {
    const { default: provider } = (await loadModule(one.plugin, one.contribution)) as {
      default: SearchProvider;
    };
    return provider.search(text, worldOf(one.plugin), signal);
  };
  return (await Promise.race([ask(), late])).slice(0, MOST);
}

function groupOf({ plugin }: Placed, results: SearchResult[]): Group {
  return {
    id: `search/${plugin.id}`,
    label: plugin.name,
    entries: results.map((result) => ({
      id: `${plugin.id}/${result.id}`,
      label: String(result.title),
      detail: result.detail === undefined ? undefined : String(result.detail),
      to: prefixOf(plugin) + (result.path.startsWith("/") ? result.path : `/${result.path}`),
      icon: <PluginIcon plugin={plugin} />,
    })),
  };
}
