import type { Permission } from "./views";

export type KeyState = "active" | "rotating" | "ending" | "expired";

const SOON = 14 * 86_400_000;

/** How a key stands: whether it still works, and for how long. */
export function stateOf(key: { expiresAt: string | null; oldSecretUntil: string | null }, now: number): KeyState {
  const ends = key.expiresAt === null ? Infinity : Date.parse(key.expiresAt);
  if (ends <= now) return "expired";
  if (ends - now < SOON) return "ending";
  return key.oldSecretUntil !== null && Date.parse(key.oldSecretUntil) > now ? "rotating" : "active";
}

/** The moment in so many days; null for never. */
export function expiryIn(days: number, now: number): string | null {
  return days === 0 ? null : new Date(now + days * 86_400_000).toISOString();
}

/** Permissions that a text fits, those already chosen first. */
export function fitting(all: readonly Permission[], text: string, chosen: readonly string[]): Permission[] {
  const wanted = text.trim().toLowerCase();
  const fits = (one: Permission): boolean =>
    [one.key, one.name, one.description ?? ""].some((words) => words.toLowerCase().includes(wanted));
  const rank = (one: Permission): number => (chosen.includes(one.key) ? 0 : 1);
  return all
    .filter((one) => fits(one) || chosen.includes(one.key))
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.at - b.at)
    .map(({ one }) => one);
}
