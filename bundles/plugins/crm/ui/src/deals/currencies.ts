import { usePlexica } from "@plexica/plugin-api";
import type { ComboboxOption } from "@plexica/ui";
import { useMemo } from "react";

const COMMON = ["EUR", "USD", "GBP", "CHF"];

/** The currencies of the world in the user's language, the common ones first. */
export function useCurrencies(): { options: ComboboxOption[]; usual: string } {
  const { locale } = usePlexica();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "currency" });
    const codes = new Set([...COMMON, ...Intl.supportedValuesOf("currency")]);
    const options = [...codes].map((code) => ({
      value: code,
      label: code,
      description: names.of(code),
    }));
    return { options, usual: "EUR" };
  }, [locale]);
}
