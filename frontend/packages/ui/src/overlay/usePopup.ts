import { useEffect, useLayoutEffect, useState, type RefObject } from "react";

/** Places what floats below its anchor (above it where there is more room) and closes it when one leaves. */
export function usePopup(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  close: (returnFocus: boolean) => void,
  align: "start" | "end" | "center" = "end",
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

/** What floats is drawn in the dialog that its anchor is in, or else in the body: nothing clips it. */
export function useFloatRoot(open: boolean, anchor: RefObject<HTMLElement | null>): HTMLElement | null {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setRoot(open ? (anchor.current?.closest("dialog") ?? document.body) : null);
  }, [open, anchor]);
  return root;
}

function place(anchor: HTMLElement | null, popup: HTMLElement | null, align: "start" | "end" | "center"): void {
  if (!anchor || !popup) return;
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  // Inside a dialog that is itself drawn with a transform, fixed is relative to that dialog.
  const below = window.innerHeight - at.bottom;
  const top = below < height + 12 && at.top > below ? Math.max(8, at.top - height - 4) : at.bottom + 4;
  const wanted = align === "start" ? at.left : align === "end" ? at.right - width : at.left + (at.width - width) / 2;
  const left = Math.min(Math.max(8, wanted), Math.max(8, window.innerWidth - width - 8));
  popup.style.top = `${top}px`;
  popup.style.left = `${left}px`;
}
