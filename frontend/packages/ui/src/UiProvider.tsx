import type { ReactNode } from "react";
import { AnnouncerProvider } from "./feedback/Announcer";
import { UndoProvider } from "./feedback/UndoProvider";
import { HotkeysContext } from "./hooks/useHotkey";
import { LinkProvider, type LinkComponent } from "./links/Link";
import { TextsProvider } from "./texts/TextsProvider";
import type { UiTexts } from "./texts/texts";

export interface UiProviderProps {
  texts?: Partial<UiTexts> | undefined;
  link?: LinkComponent | undefined;
  /** Whether single letters act. */
  hotkeys?: boolean | undefined;
  children: ReactNode;
}

/** All that the library wants around an application: words, links, live regions, undo. */
export function UiProvider({ texts, link, hotkeys = true, children }: UiProviderProps) {
  const inside = (
    <HotkeysContext value={hotkeys}>
      <AnnouncerProvider>
        <UndoProvider>{children}</UndoProvider>
      </AnnouncerProvider>
    </HotkeysContext>
  );
  return (
    <TextsProvider {...(texts ? { texts } : {})}>
      {link ? <LinkProvider component={link}>{inside}</LinkProvider> : inside}
    </TextsProvider>
  );
}
