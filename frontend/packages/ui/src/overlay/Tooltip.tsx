import { cloneElement, useId, useRef, useState, type HTMLAttributes, type ReactElement } from "react";
import { createPortal } from "react-dom";
import { useFloatRoot, usePopup } from "./usePopup";
import "./Tooltip.css";

export interface TooltipProps {
  text: string;
  /** Something that takes the focus: what only a mouse can find is not found. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/** A word more about something that already has a name. Esc hides it; it can be pointed at. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const root = useFloatRoot(open, anchor);
  usePopup(open && root !== null, anchor, tip, () => setOpen(false), "center");
  return (
    <span
      ref={anchor}
      className="px-tooltip-anchor"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) setOpen(false);
      }}
    >
      {cloneElement(children, { "aria-describedby": id })}
      <span id={id} hidden>
        {text}
      </span>
      {open &&
        root &&
        createPortal(
          <div ref={tip} className="px-tooltip" aria-hidden="true">
            {text}
          </div>,
          root,
        )}
    </span>
  );
}
