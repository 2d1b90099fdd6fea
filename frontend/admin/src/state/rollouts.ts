const KEY = "plexica.admin.rollout.";

/** Notes which roll-out of a plugin was begun last, for whoever comes back to it by another way than its address. */
export function noteRollout(plugin: string, operation: string): void {
  try {
    sessionStorage.setItem(KEY + plugin, operation);
  } catch {
    // Then only the address knows.
  }
}

/** The operation of the roll-out that was begun last in this tab; null when there is none. */
export function lastRollout(plugin: string): string | null {
  try {
    return sessionStorage.getItem(KEY + plugin);
  } catch {
    return null;
  }
}
