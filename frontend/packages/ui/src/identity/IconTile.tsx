import { useState, type CSSProperties } from "react";
import { cx } from "../cx";
import { contrast, parseHex, toHex, type Rgb } from "../theme/oklch";
import { Icon, type IconType } from "./Icon";
import "./IconTile.css";

export interface IconTileProps {
  icon?: IconType | undefined;
  /** Shown where there is no icon: the first letter of a name. */
  letter?: string | undefined;
  /** The plugin's colour as `#RRGGBB`, or the tenant's as `accent`; without it a quiet ground. */
  colour?: string | undefined;
  /** A picture in its place, as long as it can be shown. */
  src?: string | undefined;
  size?: 20 | 28 | 32 | 36 | 40 | 52 | 56 | 64;
  tone?: "quiet" | "warning" | undefined;
  className?: string;
}

const WHITE: Rgb = [1, 1, 1];

/** The only place where a plugin's own colour is seen. */
export function IconTile({ icon, letter, colour, src, size = 20, tone = "quiet", className }: IconTileProps) {
  const [broken, setBroken] = useState<string>();
  const style: CSSProperties = { width: size, height: size, borderRadius: Math.max(5, Math.round(size * 0.2)) };
  const own = colour ? parseHex(colour) : null;
  if (own) {
    style.background = toHex(own);
    style.color = contrast(own, WHITE) >= 2.5 ? "#ffffff" : "#1d1c1a";
  }
  const dress = own ? "coloured" : colour === "accent" ? "accent" : tone;
  return (
    <span className={cx("px-tile", `px-tile--${dress}`, className)} style={style} aria-hidden="true">
      {src && src !== broken ? (
        <img src={src} alt="" onError={() => setBroken(src)} />
      ) : icon ? (
        <Icon of={icon} size={Math.round(size * (size < 28 ? 0.65 : 0.56))} />
      ) : (
        <span
          className="px-tile__letter"
          style={{ fontSize: Math.round(size * 0.48) }}
          data-letter={letter?.trim().charAt(0).toUpperCase()}
        />
      )}
    </span>
  );
}
