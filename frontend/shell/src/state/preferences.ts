import { useApi, usePlatform } from "@plexica/api-client";
import type { Answer } from "@plexica/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

export interface WidgetPlace {
  /** `<plugin>/<module>`. */
  id: string;
  columns?: 3 | 5 | 7 | 12;
  hidden?: boolean;
}

/** What somebody has set for themselves. The platform keeps it as it is; other keys in it are left alone. */
export interface Preferences {
  language?: "en" | "it";
  timeZone?: string;
  mode?: "light" | "dark" | "system";
  /** Whether single letters act as keys. */
  letterKeys?: boolean;
  /** Plugins whose notifications do not count. */
  muted?: string[];
  /** Where widgets stand, by workspace. */
  widgets?: Record<string, WidgetPlace[]>;
}

const PATH = "/users/me/preferences";
const NONE: Preferences = {};

const isZone = (value: unknown): boolean => {
  try {
    return typeof value === "string" && new Intl.DateTimeFormat("en", { timeZone: value }) !== null;
  } catch {
    return false;
  }
};
const SOUND: Record<keyof Preferences, (value: unknown) => boolean> = {
  language: (value) => value === "en" || value === "it",
  timeZone: isZone,
  mode: (value) => value === "light" || value === "dark" || value === "system",
  letterKeys: (value) => typeof value === "boolean",
  muted: Array.isArray,
  widgets: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((places) => Array.isArray(places) && places.every((place) => place?.id)),
};

/** What is kept may have been written by anybody in any shape: what cannot be read is as if it had not been set. */
export function sound(kept: Preferences): Preferences {
  const known = (name: string): name is keyof Preferences => name in SOUND;
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => !known(name) || SOUND[name](value)));
}

export interface PreferencesState {
  preferences: Preferences;
  loaded: boolean;
  change(part: Change): Promise<void>;
}

/** What to set; as a function of what is set at that moment, where it adds to that. */
export type Change = Preferences | ((now: Preferences) => Preferences);

export function changed(now: Preferences, part: Change): Preferences {
  const before = sound(now);
  return { ...before, ...(typeof part === "function" ? part(before) : part) };
}

/** Mutes a plugin or lets it be heard again, and leaves the others alone. */
export function muting(plugin: string, mute: boolean): (now: Preferences) => Preferences {
  return ({ muted = [] }) => {
    const others = muted.filter((one) => one !== plugin);
    return { muted: mute ? [...others, plugin] : others };
  };
}

/** What the platform has kept, as far as is known, and what is shown on top of it until it has kept that, too. */
let kept: Preferences = NONE;
const waiting: Change[] = [];

let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that each is on top of what the one before it has kept. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/**
 * Shows a change at once; when it cannot be kept, it alone is taken back and the caller hears why. What is kept is the change on
 * top of what the platform has by then: another tab may have set something else.
 */
export function usePreferences(): PreferencesState {
  const { api } = usePlatform();
  const client = useQueryClient();
  const { data, problem } = useApi<Preferences>(PATH, { staleTime: Infinity, keepPrevious: true });
  const change = useCallback(
    async (part: Change) => {
      const queries = { queryKey: [PATH] };
      const show = (): void =>
        void client.setQueriesData<Answer<Preferences>>(
          queries,
          (answer) => answer && { ...answer, data: waiting.reduce(changed, kept) },
        );
      const known = client.getQueriesData<Answer<Preferences>>(queries).find(([, answer]) => answer)?.[1];
      if (waiting.length === 0) kept = known?.data ?? NONE;
      waiting.push(part);
      show();
      try {
        await inTurn(async () => {
          try {
            kept = await api.put<Preferences>(PATH, changed(await api.get<Preferences>(PATH), part));
          } finally {
            waiting.shift();
            show();
          }
        });
      } catch (error) {
        if (waiting.length === 0) void client.invalidateQueries(queries);
        throw error;
      }
    },
    [api, client],
  );
  const preferences = useMemo(() => sound(data ?? NONE), [data]);
  return { preferences, loaded: data !== undefined || problem !== null, change };
}
