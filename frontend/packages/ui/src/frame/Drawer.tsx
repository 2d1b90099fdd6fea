import { X } from "lucide-react";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { IconButton } from "../actions/IconButton";
import { cx } from "../cx";
import { enterTopLayer } from "../overlay/topLayer";
import { useTexts } from "../texts/TextsProvider";
import "./Drawer.css";

export interface DrawerProps {
  label: string;
  /** Beside the button that closes it. */
  head: ReactNode;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** The sidebar where there is no room for it: over the page, until one has gone somewhere. */
export function Drawer({ label, head, className, onClose, children }: DrawerProps) {
  const texts = useTexts();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (box.current ? enterTopLayer(box.current) : undefined), []);
  return (
    <dialog
      ref={box}
      className={cx("px-drawer", className)}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
      onClick={(event) => (event.target as Element).closest("a") && onClose()}
    >
      <div className="px-drawer__box">
        <div className="px-drawer__head">
          <div>{head}</div>
          <IconButton icon={X} label={texts.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
