import { useMemo } from "react";
import { usePreferences } from "../state/preferences";
import { useLanguage } from "./useT";

export interface Format {
  number(value: number): string;
  day(value: string | Date): string;
  /** With the year, and short. */
  date(value: string | Date): string;
  time(value: string | Date): string;
  dateTime(value: string | Date): string;
  /** `4 minutes ago`. */
  ago(value: string | Date, now?: Date): string;
  list(values: readonly string[]): string;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** A day is not torn apart at the end of a line. */
const together = (text: string): string => text.replaceAll(" ", "\u00a0");

export function createFormat(language: string, timeZone: string | undefined): Format {
  const dates = (options: Intl.DateTimeFormatOptions): ((value: string | Date) => string) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone });
    return (value) => format.format(new Date(value));
  };
  const date = dates({ day: "numeric", month: "short", year: "numeric" });
  const numbers = new Intl.NumberFormat(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const lists = new Intl.ListFormat(language);
  return {
    number: (value) => numbers.format(value),
    day: dates({ weekday: "long", day: "numeric", month: "long" }),
    date: (value) => together(date(value)),
    time: dates({ hour: "2-digit", minute: "2-digit" }),
    dateTime: dates({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
    ago(value, now = new Date()) {
      const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
      const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, "minute");
    },
    list: (values) => lists.format(values),
  };
}

/** The language as the browser's owner writes it: English of Britain and of America put days and months in different places. */
export function localeOf(language: string, wanted: readonly string[] = navigator.languages): string {
  return wanted.find((one) => one.startsWith(language + "-")) ?? (language === "en" ? "en-GB" : language);
}

/** Numbers, dates and lists in the user's language and zone. */
export function useFormat(): Format {
  const language = useLanguage();
  const { timeZone } = usePreferences().preferences;
  return useMemo(() => createFormat(localeOf(language), timeZone), [language, timeZone]);
}
