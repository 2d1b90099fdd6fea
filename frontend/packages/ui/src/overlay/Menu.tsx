import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { ChevronDown, Ellipsis } from "lucide-react";
import { Button, type ButtonLook } from "../actions/Button";
import { IconButton } from "../actions/IconButton";
import type { IconType } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { MenuList } from "./MenuList";
import type { MenuEntry } from "./entries";
import { useFloatRoot, usePopup } from "./usePopup";
import "./float.css";
import "./Menu.css";

export interface MenuProps extends Pick<ButtonLook, "variant" | "size"> {
  /** Names the menu: "More for Acme Industries". */
  label: string;
  items: readonly MenuEntry[];
  /** Words on the button; without them it is an icon, named by the label. */
  text?: ReactNode;
  icon?: IconType | undefined;
  align?: "start" | "end" | undefined;
  /** A button of one's own, such as an avatar, that opens the menu. */
  trigger?: ReactNode;
  /** Above the items: who is signed in. */
  head?: ReactNode;
}

/** A button and what it opens. Arrows, Home, End and letters go through the items. */
export function Menu({ label, items, text, icon, variant, size, align = "end", trigger, head }: MenuProps) {
  const id = useId();
  const texts = useTexts();
  const [open, setOpen] = useState<"first" | "last" | null>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const root = useFloatRoot(open !== null, anchor);
  const close = useCallback((returnFocus: boolean) => {
    setOpen(null);
    if (returnFocus) anchor.current?.focus();
  }, []);
  usePopup(open !== null && root !== null, anchor, list, close, align);
  useEffect(() => {
    if (!open || !root) return;
    const entries = list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]");
    entries?.[open === "first" ? 0 : entries.length - 1]?.focus();
  }, [open, root]);

  const button = {
    ref: anchor,
    "aria-haspopup": "menu" as const,
    "aria-expanded": open !== null,
    "aria-controls": open ? id : undefined,
    onClick: () => setOpen(open ? null : "first"),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setOpen(event.key === "ArrowDown" ? "first" : "last");
    },
  };
  return (
    <>
      {trigger !== undefined ? (
        <button type="button" className="px-menu__trigger" aria-label={label} title={label} {...button}>
          {trigger}
        </button>
      ) : text !== undefined ? (
        <Button variant={variant} size={size} icon={icon} iconEnd={ChevronDown} {...button}>
          {text}
        </Button>
      ) : (
        <IconButton
          icon={icon ?? Ellipsis}
          label={label || texts.more}
          variant={variant === "secondary" ? "secondary" : "quiet"}
          size={size ?? "medium"}
          {...button}
        />
      )}
      {open &&
        root &&
        createPortal(<MenuList ref={list} id={id} label={label} items={items} head={head} close={close} />, root)}
    </>
  );
}
