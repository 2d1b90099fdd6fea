import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { Button, type ButtonLook } from "../actions/Button";
import { IconButton } from "../actions/IconButton";
import type { IconType } from "../identity/Icon";
import { focusable } from "./focusable";
import { useFloatRoot, usePopup } from "./usePopup";
import "./float.css";
import "./Popover.css";

export interface PopoverProps extends Pick<ButtonLook, "variant" | "size"> {
  label: string;
  /** Words on the button; without them the icon, named by the label. */
  text?: ReactNode;
  icon?: IconType | undefined;
  count?: number | undefined;
  align?: "start" | "end";
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small surface with anything in it: notifications, a filter. Esc and a click beside it close it. */
export function Popover({ label, text, icon, count, variant, size, align = "end", children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const root = useFloatRoot(open, anchor);
  const close = useCallback((returnFocus: boolean) => {
    setOpen(false);
    if (returnFocus) anchor.current?.focus();
  }, []);
  usePopup(open && root !== null, anchor, box, close, align);
  useEffect(() => {
    if (open && root && box.current) (focusable(box.current)[0] ?? box.current).focus();
  }, [open, root]);

  const button = {
    ref: anchor,
    "aria-haspopup": "dialog" as const,
    "aria-expanded": open,
    "aria-controls": open ? id : undefined,
    onClick: () => setOpen(!open),
  };
  return (
    <>
      {text !== undefined || !icon ? (
        <Button variant={variant} size={size} icon={icon} {...button}>
          {text ?? label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} size={size ?? "medium"} count={count} {...button} />
      )}
      {open &&
        root &&
        createPortal(
          <div
            ref={box}
            id={id}
            className="px-popover px-float"
            role="dialog"
            aria-label={label}
            tabIndex={-1}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || event.defaultPrevented) return;
              event.preventDefault();
              event.stopPropagation();
              close(true);
            }}
          >
            {typeof children === "function" ? children(() => close(true)) : children}
          </div>,
          root,
        )}
    </>
  );
}
