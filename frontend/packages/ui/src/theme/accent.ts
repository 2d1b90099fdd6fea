import { contrast, fromOklch, parseHex, toHex, toOklch, type Rgb } from "./oklch";

export type Mode = "light" | "dark";

/** A tenant's colour as the console may use it. */
export interface Accent {
  accent: string;
  soft: string;
  onAccent: string;
  /** Whether the tenant's own colour had to give way to be readable. */
  shifted: boolean;
}

const ENOUGH = 4.5;

/** Where a colour that is too dark for the dark look is lifted to: as light as our own accent there. */
const DARK_LIGHTNESS = 0.77;
const DARK_CHROMA = 0.115;

/** What accent text stands on, the hardest first: canvas, surface, hover. */
const GROUNDS: Record<Mode, string[]> = {
  light: ["#f6f5f1", "#ffffff", "#efede7"],
  dark: ["#121413", "#1a1d1c", "#242827"],
};

/**
 * The colour of a tenant, moved in lightness alone until it reads at 4.5:1 on every ground of the
 * mode, its soft ground, and what is written on it. Pure; throws for what is no colour.
 */
export function accentFor(hex: string, mode: Mode): Accent {
  const own = parseHex(hex);
  if (!own) throw new RangeError(`"${hex}" is no colour: write it as #RRGGBB`);
  const colour = toOklch(own);
  const soft = fromOklch(
    mode === "light"
      ? { l: 0.943, c: Math.min(colour.c * 0.2, 0.018), h: colour.h }
      : { l: 0.27, c: Math.min(colour.c * 0.4, 0.03), h: colour.h },
  );
  const grounds = [...GROUNDS[mode].map(ground), soft];
  const accent =
    mode === "light"
      ? readable(own, grounds, -0.005)
      : readable(own, grounds, 0.005, (light) => Math.max(light, DARK_LIGHTNESS));
  const onAccent: Rgb =
    mode === "light" ? [1, 1, 1] : fromOklch({ l: 0.22, c: Math.min(colour.c * 0.4, 0.04), h: colour.h });
  return {
    accent: toHex(accent),
    soft: toHex(soft),
    onAccent: toHex(readable(onAccent, [accent], mode === "light" ? 0.005 : -0.005)),
    shifted: toHex(accent) !== toHex(own),
  };
}

/** The smallest contrast of a colour with the grounds of a mode, for a preview that says why. */
export function worstContrast(hex: string, mode: Mode): number {
  const own = parseHex(hex);
  return own ? Math.min(...GROUNDS[mode].map((name) => contrast(own, ground(name)))) : 1;
}

/** Sets a tenant's colour on an element (usually `<html>`), or takes it away with `null`. */
export function applyAccent(element: HTMLElement, hex: string | null, mode: Mode): void {
  const names = ["--px-accent", "--px-accent-soft", "--px-on-accent"];
  if (hex === null || !parseHex(hex)) {
    names.forEach((name) => element.style.removeProperty(name));
    return;
  }
  const { accent, soft, onAccent } = accentFor(hex, mode);
  [accent, soft, onAccent].forEach((value, at) => element.style.setProperty(names[at] ?? "", value));
}

function ground(hex: string): Rgb {
  return parseHex(hex) ?? [0, 0, 0];
}

function readable(colour: Rgb, grounds: Rgb[], step: number, from: (own: number) => number = (own) => own): Rgb {
  const reads = (rgb: Rgb) => {
    const shown = parseHex(toHex(rgb)) ?? rgb;
    return grounds.every((one) => contrast(shown, one) >= ENOUGH);
  };
  if (reads(colour)) return colour;
  const { l, c, h } = toOklch(colour);
  for (let light = from(l); light >= 0 && light <= 1; light += step) {
    const moved = fromOklch({ l: light, c: light > l ? Math.min(c, DARK_CHROMA) : c, h });
    if (reads(moved)) return moved;
  }
  return step < 0 ? [0, 0, 0] : [1, 1, 1];
}
