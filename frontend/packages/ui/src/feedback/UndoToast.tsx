import { useEffect, useRef, useState, type PointerEvent } from "react";
import { CircleX, X } from "lucide-react";
import { Button } from "../actions/Button";
import { IconButton } from "../actions/IconButton";
import { cx } from "../cx";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { useUndo, type Offer } from "./undo";

/** Counts down while nobody points at it or is inside it. What could not be taken back is said in a message of its own. */
export function UndoToast({ offer, onGone }: { offer: Offer; onGone: () => void }) {
  const texts = useTexts();
  const say = useUndo();
  const total = offer.seconds ?? 10;
  const [left, setLeft] = useState(total);
  const [paused, setPaused] = useState(false);
  const [busy, setBusy] = useState(false);
  const settled = useRef(false);

  const expire = () => {
    if (settled.current) return;
    settled.current = true;
    offer.onExpire?.();
    onGone();
  };
  useEffect(() => {
    if (paused || busy) return;
    const timer = setTimeout(() => (left <= 1 ? expire() : setLeft(left - 1)), 1000);
    return () => clearTimeout(timer);
  });

  const undo = async () => {
    if (settled.current) return;
    settled.current = true;
    setBusy(true);
    try {
      await offer.undo?.();
      onGone();
    } catch (error) {
      onGone();
      say({ text: texts.undoFailed(error instanceof Error ? error.message : String(error)), tone: "bad" });
    }
  };
  /** Browsers make no click of a press during which a dialog goes and the toast leaves it: the release counts, too. */
  const pressed = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    const button = event.currentTarget;
    const released = ({ clientX, clientY }: MouseEvent) => {
      if (button.contains(document.elementFromPoint(clientX, clientY))) setTimeout(() => void undo());
    };
    window.addEventListener("pointerup", released, { once: true, capture: true });
  };
  return (
    <div
      className={cx("px-toast", offer.tone === "bad" && "px-toast--bad")}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      {offer.tone === "bad" && <Icon of={CircleX} size={18} className="px-toast__icon" />}
      <span className="px-toast__words">{offer.text}</span>
      {offer.undo && (
        <Button
          size="small"
          variant="quiet"
          busy={busy}
          onPointerDown={pressed}
          onClick={() => void undo()}
          title={texts.undoWithin(left)}
        >
          {texts.undo}
          <span className="px-toast__left" aria-hidden="true">
            {left}
          </span>
        </Button>
      )}
      <IconButton icon={X} label={texts.close} size="small" onClick={expire} />
    </div>
  );
}
