import { useCallback, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTopPlace } from "../overlay/useTopPlace";
import { useTexts } from "../texts/TextsProvider";
import { useAnnounce } from "./Announcer";
import { UndoContext, type Offer } from "./undo";
import { UndoToast } from "./UndoToast";
import "./Undo.css";

interface Shown extends Offer {
  id: number;
}

const AT_ONCE = 3;

/** Keeps the offers to undo, the newest below; the fourth pushes out the first. A dialog that is open has them within it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const announce = useAnnounce();
  const place = useTopPlace();
  const next = useRef(0);
  const [offers, setOffers] = useState<readonly Shown[]>([]);
  const offer = useCallback(
    (one: Offer) => {
      const id = next.current++;
      setOffers((before) => {
        before
          .slice(0, Math.max(0, before.length + 1 - AT_ONCE))
          .forEach((old) => queueMicrotask(() => old.onExpire?.()));
        return [...before.slice(-(AT_ONCE - 1)), { ...one, id }];
      });
      announce(one.undo ? `${one.text} ${texts.undoWithin(one.seconds ?? 10)}` : one.text);
    },
    [announce, texts],
  );
  const remove = useCallback((id: number) => setOffers((before) => before.filter((one) => one.id !== id)), []);
  const shown = (
    <section className="px-undo" aria-label={texts.notifications}>
      {offers.map((one) => (
        <UndoToast key={one.id} offer={one} onGone={() => remove(one.id)} />
      ))}
    </section>
  );
  return (
    <UndoContext value={offer}>
      {children}
      {createPortal(shown, place)}
    </UndoContext>
  );
}
