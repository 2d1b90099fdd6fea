const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** What Tab reaches inside an element, in order. */
export function focusable(inside: HTMLElement): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && !one.hasAttribute("disabled") && !one.closest("[hidden], [inert]"),
  );
}
