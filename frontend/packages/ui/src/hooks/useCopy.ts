import { useCallback, useEffect, useState } from "react";
import { useTexts } from "../texts/TextsProvider";
import { useAnnounce } from "../feedback/Announcer";

/** Copies a text and says so for two seconds. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  const texts = useTexts();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(
    (text: string) => {
      void navigator.clipboard?.writeText(text).then(() => {
        setCopied(true);
        announce(texts.copied);
      });
    },
    [announce, texts],
  );
  return { copied, copy };
}
