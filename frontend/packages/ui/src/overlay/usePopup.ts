import { useEffect, useLayoutEffect, useState, type RefObject } from "react";

/** Where a popup stands: at an edge of its anchor, in its middle, or as wide as it is. */
export type Align = "start" | "end" | "center" | "stretch";

/** Places what floats below its anchor (above it where there is more room) and closes it when one leaves. */
export function usePopup(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  close: (returnFocus: boolean) => void,
  align: Align = "end",
): void {
  useLayoutEffect(() => {
    if (!open) return;
    const put = () => place(anchor.current, popup.current, align);
    put();
    window.addEventListener("resize", put);
    window.addEventListener("scroll", put, true);
    return () => {
      window.removeEventListener("resize", put);
      window.removeEventListener("scroll", put, true);
    };
  }, [open, anchor, popup, align]);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!popup.current?.contains(target) && !anchor.current?.contains(target)) close(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  });
}

/** What floats is drawn at the end of the dialog or landmark that its anchor is in: nothing on the way clips it. */
export function useFloatRoot(open: boolean, anchor: RefObject<HTMLElement | null>): HTMLElement | null {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setRoot(open ? (anchor.current?.closest<HTMLElement>("dialog, main, header") ?? document.body) : null);
  }, [open, anchor]);
  return root;
}

function place(anchor: HTMLElement | null, popup: HTMLElement | null, align: Align): void {
  if (!anchor || !popup) return;
  const at = anchor.getBoundingClientRect();
  if (align === "stretch") popup.style.minWidth = `${at.width}px`;
  const { offsetWidth: width, offsetHeight: height } = popup;
  const below = window.innerHeight - at.bottom;
  const top = below < height + 12 && at.top > below ? Math.max(8, at.top - height - 4) : at.bottom + 4;
  const wanted = align === "end" ? at.right - width : align === "center" ? at.left + (at.width - width) / 2 : at.left;
  const left = Math.min(Math.max(8, wanted), Math.max(8, window.innerWidth - width - 8));
  popup.style.top = `${top}px`;
  popup.style.left = `${left}px`;
}
