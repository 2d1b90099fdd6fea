import type { Theme } from "@plexica/api-client";
import { mergePatch } from "../../../common/mergePatch";

/** Settings as the platform has them: texts, by group and name. */
export interface Settings {
  general?: Record<string, string>;
  [group: string]: unknown;
}

export const GENERAL = ["language", "timezone", "contactEmail", "website"] as const;
export const LOOK = ["accent", "mode", "logo", "logoDark"] as const;
export const FIELDS = [...GENERAL, ...LOOK];

export type Field = (typeof FIELDS)[number];
/** What is empty is not set. */
export type Draft = Record<Field, string>;

export function draftOf(settings: Settings, theme: Theme): Draft {
  const general = Object.fromEntries(GENERAL.map((name) => [name, settings.general?.[name] ?? ""]));
  const { accent, primary, brand } = theme.colors ?? {};
  return {
    ...general,
    accent: accent ?? primary ?? brand ?? "",
    mode: theme.mode ?? "",
    logo: theme.logo ?? "",
    logoDark: theme.logoDark ?? "",
  } as Draft;
}

export function changedFields(before: Draft, after: Draft): Field[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

/** What was typed, on top of what is there now. */
export function rebased(before: Draft, typed: Draft, now: Draft): Draft {
  return { ...now, ...Object.fromEntries(changedFields(before, typed).map((field) => [field, typed[field]])) };
}

/** The fields that both have changed, and differently. */
export function clashes(before: Draft, typed: Draft, now: Draft): Field[] {
  return changedFields(before, typed).filter((field) => now[field] !== before[field] && now[field] !== typed[field]);
}

const given = (text: string): string | null => text.trim() || null;

/** The merge patches that a change comes to: one for the settings, one for the theme. */
export function patchesOf(before: Draft, after: Draft): { settings?: object; theme?: object } {
  const changed = changedFields(before, after);
  const general = Object.fromEntries(
    GENERAL.filter((name) => changed.includes(name)).map((name) => [name, given(after[name])]),
  );
  const theme = {
    ...(changed.includes("accent") ? { colors: { accent: given(after.accent), primary: null, brand: null } } : {}),
    ...Object.fromEntries(
      (["mode", "logo", "logoDark"] as const)
        .filter((name) => changed.includes(name))
        .map((name) => [name, given(after[name])]),
    ),
  };
  return {
    ...(mergePatch({}, general) ? { settings: { general } } : {}),
    ...(mergePatch({}, theme) ? { theme } : {}),
  };
}

/** `#1976D2` and `1976d2` are colours; what is none is said so before it is sent. */
export function tidyColour(text: string): string | null {
  const hex = text.trim().replace(/^#?/, "#").toLowerCase();
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(hex)) return null;
  return hex.length === 4 ? "#" + [...hex.slice(1)].map((digit) => digit + digit).join("") : hex;
}
