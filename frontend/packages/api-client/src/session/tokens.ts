/** What sign-in brings. It is kept in memory and nowhere else: a reload signs in again, which the session at Keycloak answers at once. */
export interface Tokens {
  /** Who it is. */
  subject: string;
  access: string;
  refresh: string | undefined;
  id: string | undefined;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** When to ask for new tokens: a minute before the old ones end, but not in the first half of their life. */
export function renewalDelay(expiresAt: number, now: number): number {
  const left = expiresAt - now;
  return Math.max(0, Math.max(left / 2, left - 60_000));
}
