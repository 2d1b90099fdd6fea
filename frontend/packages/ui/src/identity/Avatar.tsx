import { cx } from "../cx";
import "./Avatar.css";

export interface AvatarProps {
  name: string;
  size?: 20 | 24 | 30 | 40 | 64;
  className?: string;
}

/** A person's initials on a ground that is theirs. The name stands beside it. */
export function Avatar({ name, size = 30, className }: AvatarProps) {
  return (
    <span
      className={cx("px-avatar", `px-avatar--${shade(name)}`, className)}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.38)) }}
      aria-hidden="true"
      data-letters={initials(name)}
    />
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? "?")[0])
    .join("")
    .toUpperCase();
}

function shade(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % 6;
}
