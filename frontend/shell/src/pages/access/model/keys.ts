import { covers } from "@plexica/api-client";

/** Whether there can be a key that both patterns cover. */
export function overlap(one: string, other: string): boolean {
  if (covers(one, other) || covers(other, one)) return true;
  const left = one.split(":");
  const right = other.split(":");
  const most = Math.max(left.length, right.length);
  for (let at = 0; at < most; at++) {
    const a = left[at] ?? (left.at(-1) === "*" ? "*" : undefined);
    const b = right[at] ?? (right.at(-1) === "*" ? "*" : undefined);
    if (a === undefined || b === undefined || (a !== b && a !== "*" && b !== "*")) return false;
  }
  return true;
}

/** Whose permission it is: `core`, or a plugin's id. */
export function ownerOf(key: string): string {
  return key.split(":")[0] ?? key;
}

export function isWild(key: string): boolean {
  return key.includes("*");
}

/** The words of a key that no list knows: `crm:big-deals:read` is `crm, big deals, read`. */
export function spelt(key: string): string {
  return key.split(":").join(", ").replaceAll("-", " ");
}
