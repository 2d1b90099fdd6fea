import type { ConsolePlugin } from "@plexica/api-client";
import { addNamespace, loadNamespaces } from "../i18n/i18n";

const known = new Map<string, string>();

/** The name under which the words of a plugin's first namespace are kept; undefined where it has none. */
export function namespaceOf(plugin: ConsolePlugin): string | undefined {
  const first = plugin.namespaces[0];
  return first && `${plugin.id}@${plugin.version}/${first}`;
}

/** Loads a plugin's words: `locales/<language>/<namespace>.json` in its folder. Without them there are English ones, or keys. */
export async function loadWords(plugin: ConsolePlugin): Promise<void> {
  const name = namespaceOf(plugin);
  const namespace = plugin.namespaces[0];
  if (!name || !namespace) return;
  if (!known.has(name)) {
    known.set(name, plugin.version);
    const folder = folderOf(plugin);
    addNamespace(name, async (language) => {
      if (!plugin.locales.includes(language)) return {};
      try {
        const answer = await fetch(`${folder}locales/${language}/${namespace}.json`);
        return answer.ok ? ((await answer.json()) as Record<string, unknown>) : {};
      } catch {
        return {};
      }
    });
  }
  await loadNamespaces(name);
}

/** Where a plugin's files for browsers lie. */
function folderOf({ entry, contributions }: ConsolePlugin): string {
  return /^.*?\/ui\//.exec(entry ?? contributions[0]?.url ?? "")?.[0] ?? "/";
}
