/** Whether Keycloak could not be told of the last sign-out: its own session would then let anybody in without a word. */
const KEY = "plexica.sign-out-unheard";

export function noteUnheard(): void {
  try {
    localStorage.setItem(KEY, "1");
  } catch {
    // Nothing is kept here; then there is nothing to be warned by either.
  }
}

export function isUnheard(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function forgetUnheard(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
