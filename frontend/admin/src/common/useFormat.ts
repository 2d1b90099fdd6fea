import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { createFormat, type Format } from "../logic/format";

/** The language as it is written where the reader is; English without a place is written as in Europe. */
function region(language: string): string {
  const own = navigator.languages.find((one) => one.startsWith(`${language}-`));
  return own ?? (language === "en" ? "en-GB" : language);
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  return useMemo(() => createFormat(region(i18n.language), t("time.justNow")), [i18n.language, t]);
}
