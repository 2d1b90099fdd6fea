/** Which plugins' pages are open, in any tab. A page is noted before it is drawn and struck out when it is left. A tab that opens
 * asks the others; whose page is noted and does not answer froze, or its tab was ended for that. */
const PREFIX = "plexica.open-page.";
const ANSWER_MILLIS = 400;

const mine = crypto.randomUUID();
const froze = new Set<string>();
const waiting = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("plexica.open-pages");

/** The pages that other tabs have noted, by tab. Nothing where the browser keeps nothing. */
function noted(): Map<string, string> {
  try {
    return new Map(
      Object.entries(localStorage as unknown as Record<string, string>)
        .filter(([key]) => key.startsWith(PREFIX) && key !== PREFIX + mine)
        .map(([key, plugin]) => [key.slice(PREFIX.length), plugin]),
    );
  } catch {
    return new Map();
  }
}

function strikeOut(tab: string): void {
  try {
    localStorage.removeItem(PREFIX + tab);
  } catch {
    // What cannot be kept was not noted either.
  }
}

const silent = noted();
let known = silent.size === 0;

channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === "who") channel.postMessage(mine);
  else silent.delete(String(data));
});

if (!known) {
  channel?.postMessage("who");
  setTimeout(() => {
    for (const [tab, plugin] of silent) {
      froze.add(plugin);
      strikeOut(tab);
    }
    known = true;
    waiting.forEach((tell) => tell());
  }, ANSWER_MILLIS);
}

// A tab that is put away to save memory says nothing more, and has not frozen.
for (const end of ["pagehide", "freeze"]) addEventListener(end, () => strikeOut(mine));

export const frozen = {
  /** Whether the plugin froze a page that was open before; null while other tabs may still answer. */
  was: (plugin: string): boolean | null => (known ? froze.has(plugin) : null),
  /** Calls when that may have changed. */
  subscribe(tell: () => void): () => void {
    waiting.add(tell);
    return () => waiting.delete(tell);
  },
  forgive(plugin: string): void {
    froze.delete(plugin);
    waiting.forEach((tell) => tell());
  },
  opened(plugin: string): void {
    try {
      localStorage.setItem(PREFIX + mine, plugin);
    } catch {
      // Without a place to note it, nobody can be warned.
    }
  },
  closed: (): void => strikeOut(mine),
};
