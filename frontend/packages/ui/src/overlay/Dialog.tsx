import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { X } from "lucide-react";
import { IconButton } from "../actions/IconButton";
import { cx } from "../cx";
import { useTexts } from "../texts/TextsProvider";
import { focusable } from "./focusable";
import { enterTopLayer } from "./topLayer";
import { useReturnFocus } from "./useReturnFocus";
import "./Dialog.css";

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** Called by Esc, the cross and a click beside it. Left out where there is no way around the dialog. */
  onClose?: (() => void) | undefined;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  size?: "small" | "medium" | "large";
  /** Other dialogs make way for it and come back after it, as they were. */
  alone?: boolean;
  children?: ReactNode;
}

/** Rendered is open. It keeps the focus, and gives it back. */
export function Dialog({ title, description, onClose, actions, size = "small", alone, children }: DialogProps) {
  const id = useId();
  const texts = useTexts();
  const box = useRef<HTMLDialogElement>(null);
  useReturnFocus();
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const leave = enterTopLayer(dialog, alone);
    const wanted = dialog.querySelector<HTMLElement>("[autofocus], [data-autofocus]");
    const first = focusable(dialog).find((one) => !one.classList.contains("px-dialog__close"));
    const asked = dialog.contains(document.activeElement) && isField(document.activeElement);
    if (!asked) (wanted ?? first ?? dialog).focus();
    return leave;
  }, []);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onClose?.();
    } else if (event.key === "Tab" && box.current) {
      const all = focusable(box.current);
      const edge = event.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement !== edge && box.current.contains(document.activeElement)) return;
      event.preventDefault();
      (event.shiftKey ? all[all.length - 1] : all[0])?.focus();
    }
  };
  return createPortal(
    <dialog
      ref={box}
      className={cx("px-dialog", `px-dialog--${size}`)}
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      tabIndex={-1}
      onKeyDown={keys}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onPointerDown={(event) => event.target === box.current && onClose?.()}
    >
      <div className="px-dialog__box">
        <header className="px-dialog__head">
          <h2 id={`${id}-title`}>{title}</h2>
          {onClose && (
            <IconButton icon={X} label={texts.close} size="small" className="px-dialog__close" onClick={onClose} />
          )}
        </header>
        {description && (
          <div className="px-dialog__description" id={`${id}-description`}>
            {description}
          </div>
        )}
        {children && <div className="px-dialog__body">{children}</div>}
        {actions && <footer className="px-dialog__actions">{actions}</footer>}
      </div>
    </dialog>,
    document.body,
  );
}

function isField(element: Element | null): boolean {
  return element !== null && /^(input|select|textarea)$/i.test(element.tagName);
}
