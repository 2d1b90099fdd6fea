import { AnnouncerProvider, HotkeysContext, UndoProvider, useAnnounce, useUndo } from "@plexica/ui";
import { createContext, useCallback, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import { usePreferences } from "../state/preferences";

/** Something that has happened. The page shows it too: this goes away. */
export interface Notice {
  text: string;
  tone?: "info" | "good" | "warning" | "bad" | undefined;
  /** Takes it back; offered for ten seconds. */
  undo?: (() => void | Promise<void>) | undefined;
  /** Who says it, where that is a plugin. */
  source?: string | undefined;
}

interface FeedbackValue {
  notify(notice: Notice): void;
  announce(text: string): void;
}

const FeedbackContext = createContext<FeedbackValue>({ notify: () => {}, announce: () => {} });

export function Feedback({ children }: { children: ReactNode }) {
  const { letterKeys = true } = usePreferences().preferences;
  return (
    <HotkeysContext value={letterKeys}>
      <AnnouncerProvider>
        <UndoProvider>
          <Inner>{children}</Inner>
        </UndoProvider>
      </AnnouncerProvider>
    </HotkeysContext>
  );
}

function Inner({ children }: { children: ReactNode }) {
  const offer = useUndo();
  const say = useAnnounce();
  const notify = useCallback(
    ({ text, tone, undo, source }: Notice) =>
      offer({ text: source ? `${source}: ${text}` : text, undo, tone: tone === "bad" ? tone : undefined }),
    [offer],
  );
  const announce = useCallback((text: string) => say(text), [say]);
  const value = useMemo(() => ({ notify, announce }), [notify, announce]);
  return <FeedbackContext value={value}>{children}</FeedbackContext>;
}

export function useFeedback(): FeedbackValue {
  return useContext(FeedbackContext);
}
