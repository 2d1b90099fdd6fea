const KEY = "plexica.sign-in-attempts";
const WINDOW_MS = 30_000;
const MOST = 4;

function attempts(now: number): number[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((at) => typeof at === "number" && now - at < WINDOW_MS) : [];
  } catch {
    return [];
  }
}

/** Notes that the browser leaves for signing in. */
export function noteAttempt(now = Date.now()): void {
  sessionStorage.setItem(KEY, JSON.stringify([...attempts(now), now].slice(-MOST)));
}

/** Whether it may leave again: going in circles helps nobody. */
export function mayTryAgain(now = Date.now()): boolean {
  return attempts(now).length < MOST;
}

export function noteSuccess(): void {
  sessionStorage.removeItem(KEY);
}
