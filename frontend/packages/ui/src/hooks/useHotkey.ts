import { createContext, useContext, useEffect, useRef } from "react";

/** Whether single letters act; people can switch them off. Chords with Ctrl or ⌘ always do. */
export const HotkeysContext = createContext(true);

const SEQUENCE_MS = 1200;

/**
 * Runs an action at a key: `mod+k` (Ctrl or ⌘), `/`, `?`, `n`, or a sequence such as `g h`.
 * Letters are left alone while somebody types or a dialog is open.
 */
export function useHotkey(keys: string, action: () => void, enabled = true): void {
  const letters = useContext(HotkeysContext);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!enabled) return;
    const chord = keys.startsWith("mod+");
    if (!chord && !letters) return;
    const wanted = keys.replace("mod+", "").toLowerCase().split(" ");
    let at = 0;
    let since = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.repeat) return;
      if (chord !== (event.ctrlKey || event.metaKey)) return;
      if (!chord && (isTyping(event.target) || document.querySelector("dialog[open]"))) return;
      if (event.timeStamp - since > SEQUENCE_MS) at = 0;
      if (event.key.toLowerCase() !== wanted[at]) {
        at = event.key.toLowerCase() === wanted[0] ? 1 : 0;
        since = event.timeStamp;
        return;
      }
      at += 1;
      since = event.timeStamp;
      if (at < wanted.length) return;
      at = 0;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys, enabled, letters]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
