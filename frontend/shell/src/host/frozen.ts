/** Which plugin's page is open in this tab. It is noted before the page is drawn and struck out when it is left; what is still
 * there when the tab is opened anew was not left by anybody: the page froze. */
const KEY = "plexica.open-page";

interface Opened {
  plugin: string;
  path: string;
}

function read(): Opened | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Opened | null;
  } catch {
    return null;
  }
}

let left: Opened | null = read();
sessionStorage.removeItem(KEY);
addEventListener("pagehide", () => sessionStorage.removeItem(KEY));

export const frozen = {
  /** Whether the plugin froze its page when it was open last. */
  was: (plugin: string): boolean => left?.plugin === plugin,
  forgive(): void {
    left = null;
  },
  opened(plugin: string, path: string): void {
    sessionStorage.setItem(KEY, JSON.stringify({ plugin, path } satisfies Opened));
  },
  closed(): void {
    sessionStorage.removeItem(KEY);
  },
};
