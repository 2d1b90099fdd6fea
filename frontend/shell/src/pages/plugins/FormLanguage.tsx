import { englishFormWords, FormWordsContext, italianFormWords } from "@plexica/ui/schema-form";
import type { FormWords } from "@plexica/ui/schema-form";
import type { ReactNode } from "react";
import { useLanguage } from "../../i18n/useT";

export function useFormWords(): FormWords {
  return useLanguage() === "it" ? italianFormWords : englishFormWords;
}

/** Gives forms from schemas their words in the user's language. */
export function FormLanguage({ children }: { children: ReactNode }) {
  return <FormWordsContext value={useFormWords()}>{children}</FormWordsContext>;
}
