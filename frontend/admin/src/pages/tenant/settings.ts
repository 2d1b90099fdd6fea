import type { Tenant } from "../../api/types";

export const FIELDS = ["name", "language", "timezone", "contactEmail", "website"] as const;
export type SettingsField = (typeof FIELDS)[number];
export type SettingsValues = Record<SettingsField, string>;

/** Where the platform says that something is wrong with a field. */
export const POINTERS: Record<SettingsField, string> = {
  name: "/name",
  language: "/settings/general/language",
  timezone: "/settings/general/timezone",
  contactEmail: "/settings/general/contactEmail",
  website: "/settings/general/website",
};

export function valuesOf({ name, settings }: Tenant): SettingsValues {
  const { language = "", timezone = "", contactEmail = "", website = "" } = settings?.general ?? {};
  return { name, language, timezone, contactEmail, website };
}

/** What was typed on top of what is there now: what nobody has touched is as it is there. */
export function rebased(before: SettingsValues, typed: SettingsValues, now: SettingsValues): SettingsValues {
  const touched = FIELDS.filter((field) => typed[field] !== before[field]);
  return { ...now, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}

/** A merge patch of what differs; what was emptied is taken away. */
export function patchOf(before: SettingsValues, after: SettingsValues): object {
  const { name, ...general } = Object.fromEntries(
    FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, after[field].trim() || null]),
  );
  return {
    ...(name === undefined ? {} : { name: name ?? "" }),
    ...(Object.keys(general).length === 0 ? {} : { settings: { general } }),
  };
}
