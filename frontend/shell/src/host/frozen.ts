/** Which plugins' pages are open in which tab, and which have frozen one. A page is noted before it is drawn and struck out when it
 * is left. Whoever opens a page asks the tabs that have noted it: one that does not answer froze, or was ended for that. All tabs
 * learn of it, and those that are opened later. */
const OPEN = "plexica.open-page.";
const FROZE = "plexica.frozen-page.";
const ANSWER_MILLIS = 2_000;

type News = { ask: true } | { here: string } | { froze: string } | { forgiven: string };

const mine = crypto.randomUUID();
const froze = new Set(Object.keys(kept(FROZE)));
/** Tabs that were asked and have said nothing yet, or never did, by what they have noted. */
const silent = new Map<string, string>();
/** The plugin whose page this tab shows. */
let shown: string | undefined;
/** Told by another tab of what this one shows and what works well here: somebody's half-written form is not taken from them. */
const later = new Set<string>();
const waiting = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("plexica.open-pages");
let asking: ReturnType<typeof setTimeout> | undefined;

/** What is kept below a prefix; nothing where the browser keeps nothing. */
function kept(prefix: string): Record<string, string> {
  try {
    const all = Object.entries(localStorage as unknown as Record<string, string>);
    return Object.fromEntries(
      all.filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]),
    );
  } catch {
    return {};
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Without a place to note it, other tabs cannot be warned.
  }
}

function tell(news: News): void {
  channel?.postMessage(news);
}

function changed(): void {
  waiting.forEach((listener) => listener());
}

function mark(plugin: string): void {
  froze.add(plugin);
  changed();
}

function hearOf(plugin: string): void {
  if (plugin === shown) later.add(plugin);
  else mark(plugin);
}

function clear(plugin: string): void {
  for (const [tab, noted] of silent) if (noted === plugin) silent.delete(tab);
  later.delete(plugin);
  froze.delete(plugin);
  changed();
}

/** A tab lives. It may have been called frozen when it was only slow. */
function heard(tab: string): void {
  const plugin = silent.get(tab);
  silent.delete(tab);
  if (plugin === undefined) return;
  if (asking === undefined) frozen.forgive(plugin);
  else if (silent.size === 0) settle();
}

function settle(): void {
  clearTimeout(asking);
  asking = undefined;
  for (const [tab, plugin] of silent) {
    keep(OPEN + tab, null);
    frozen.note(plugin);
  }
  changed();
}

channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
  if ("ask" in data) tell({ here: mine });
  else if ("here" in data) heard(data.here);
  else if ("froze" in data) hearOf(data.froze);
  else clear(data.forgiven);
});

// A tab that is put away to save memory says nothing more, and has not frozen.
for (const end of ["pagehide", "freeze"]) addEventListener(end, () => keep(OPEN + mine, null));

export const frozen = {
  /** Asks the tabs that have a plugin's page open whether they live. */
  ask(plugin: string): void {
    const open = Object.entries(kept(OPEN)).filter(([tab, noted]) => tab !== mine && noted === plugin);
    if (open.length === 0) return;
    open.forEach(([tab, noted]) => silent.set(tab, noted));
    asking ??= setTimeout(settle, ANSWER_MILLIS);
    tell({ ask: true });
  },
  /** Whether the plugin froze a page that was open before; null while a tab may still answer. */
  was: (plugin: string): boolean | null =>
    asking !== undefined && [...silent.values()].includes(plugin) ? null : froze.has(plugin),
  /** Calls when that may have changed. */
  subscribe(listener: () => void): () => void {
    waiting.add(listener);
    return () => waiting.delete(listener);
  },
  /** A page of the plugin froze: nobody runs into it again unasked. */
  note(plugin: string): void {
    keep(FROZE + plugin, new Date().toISOString());
    tell({ froze: plugin });
    mark(plugin);
  },
  forgive(plugin: string): void {
    keep(FROZE + plugin, null);
    tell({ forgiven: plugin });
    clear(plugin);
  },
  opened(plugin: string): void {
    shown = plugin;
    keep(OPEN + mine, plugin);
  },
  closed(): void {
    shown = undefined;
    keep(OPEN + mine, null);
    later.forEach(mark);
    later.clear();
  },
};
