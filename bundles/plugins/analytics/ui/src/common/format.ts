import { usePlexica } from "@plexica/plugin-api";
import { useMemo } from "react";

export interface Format {
  number(value: number): string;
  share(value: number): string;
  money(amount: number, currency: string): string;
  /** For an axis, where there is little room. */
  short(amount: number): string;
  day(day: string): string;
}

/** Figures and days as the user's language writes them. */
export function useFormat(): Format {
  const { locale } = usePlexica();
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const share = new Intl.NumberFormat(locale, {
      style: "percent",
      maximumFractionDigits: 1,
    });
    const short = new Intl.NumberFormat(locale, { notation: "compact" });
    const day = new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
    return {
      number: (value) => number.format(value),
      share: (value) => share.format(value),
      money: (amount, currency) =>
        new Intl.NumberFormat(locale, {
          style: "currency",
          currency,
          maximumFractionDigits: 0,
        }).format(amount),
      short: (amount) => short.format(amount),
      day: (text) => day.format(new Date(text)),
    };
  }, [locale]);
}

/** A stage in words; the name itself where it is none that is known here. */
export function useStage(): (stage: string) => string {
  const { t } = usePlexica();
  return (stage) => {
    const word = t(`stage.${stage}`);
    return word === `stage.${stage}` ? stage : word;
  };
}
