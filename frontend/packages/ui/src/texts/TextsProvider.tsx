import { createContext, useContext, useMemo, type ReactNode } from "react";
import { englishTexts } from "./en";
import type { UiTexts } from "./texts";

const TextsContext = createContext<UiTexts>(englishTexts);

/** Gives the library its words; what a language lacks stays English. */
export function TextsProvider({ texts, children }: { texts?: Partial<UiTexts>; children: ReactNode }) {
  const all = useMemo(() => ({ ...englishTexts, ...texts }), [texts]);
  return <TextsContext value={all}>{children}</TextsContext>;
}

export function useTexts(): UiTexts {
  return useContext(TextsContext);
}
