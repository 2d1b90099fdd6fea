import { TextsProvider } from "@plexica/ui";
import type { UiTexts } from "@plexica/ui";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useLanguage } from "../i18n/useT";

/** Gives the components their words in the user's language. English ones are there already. */
export function Words({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const [texts, setTexts] = useState<UiTexts>();
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<UiTexts | undefined> =>
      language === "it" ? (await import("@plexica/ui/it")).italianTexts : undefined;
    void load().then((loaded) => wanted && setTexts(loaded));
    return () => {
      wanted = false;
    };
  }, [language]);
  return <TextsProvider {...(texts ? { texts } : {})}>{children}</TextsProvider>;
}
