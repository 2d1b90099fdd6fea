import type { CSSProperties } from "react";
import { cx } from "../cx";
import { Icon, type IconType } from "./Icon";
import "./IconTile.css";

export interface IconTileProps {
  icon?: IconType | undefined;
  /** Shown where there is no icon: the first letter of a name. */
  letter?: string | undefined;
  /** The plugin's or tenant's colour; without it a quiet ground. */
  colour?: string | undefined;
  /** A picture in its place. */
  src?: string | undefined;
  size?: 20 | 28 | 32 | 36 | 40 | 52 | 56 | 64;
  tone?: "quiet" | "warning" | undefined;
  className?: string;
}

/** The only place where a plugin's own colour is seen. */
export function IconTile({ icon, letter, colour, src, size = 20, tone = "quiet", className }: IconTileProps) {
  const style: CSSProperties = { width: size, height: size, borderRadius: Math.max(5, Math.round(size * 0.2)) };
  if (colour && /^#[0-9a-f]{3,8}$/i.test(colour)) style.background = colour;
  return (
    <span
      className={cx("px-tile", style.background ? "px-tile--coloured" : `px-tile--${tone}`, className)}
      style={style}
      aria-hidden="true"
    >
      {src ? (
        <img src={src} alt="" />
      ) : icon ? (
        <Icon of={icon} size={Math.round(size * (size < 28 ? 0.65 : 0.56))} />
      ) : (
        <span style={{ fontSize: Math.round(size * 0.48) }}>{letter?.trim().charAt(0).toUpperCase()}</span>
      )}
    </span>
  );
}
