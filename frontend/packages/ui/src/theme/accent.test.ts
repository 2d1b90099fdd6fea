import { describe, expect, it } from "vitest";
import { accentFor, worstContrast, type Mode } from "./accent";
import { contrast, parseHex, type Rgb } from "./oklch";

const rgb = (hex: string): Rgb => parseHex(hex) ?? [0, 0, 0];
const grounds: Record<Mode, string[]> = {
  light: ["#f6f5f1", "#ffffff", "#fbfaf7", "#efede7"],
  dark: ["#121413", "#1a1d1c", "#161918", "#242827"],
};
const colours = ["#0b6178", "#b8461e", "#ffff00", "#000000", "#ffffff", "#808080", "#00f", "#12e0a0"];

describe("a tenant's colour", () => {
  for (const mode of ["light", "dark"] as const) {
    it.each(colours)(`reads on every ground of ${mode}: %s`, (hex) => {
      const { accent, soft, onAccent } = accentFor(hex, mode);
      for (const ground of [...grounds[mode], soft]) {
        expect(contrast(rgb(accent), rgb(ground))).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(rgb(accent), rgb(onAccent))).toBeGreaterThanOrEqual(4.5);
    });
  }

  it("stays as it is where it reads already", () => {
    expect(accentFor("#0B6178", "light")).toMatchObject({ accent: "#0b6178", shifted: false });
  });

  it("keeps its hue when it is shifted", () => {
    const [r, g, b] = rgb(accentFor("#b8461e", "dark").accent);
    expect(r).toBeGreaterThan(g);
    expect(g).toBeGreaterThan(b);
  });

  it("is refused when it is no colour", () => {
    expect(() => accentFor("teal; background:url(x)", "light")).toThrow(/no colour/);
    expect(worstContrast("nope", "light")).toBe(1);
  });
});
