import type { ReactNode } from "react";
import "./Key.css";

/** A permission's key, a slug, an id: what machines read. */
export function Key({ children }: { children: ReactNode }) {
  return <code className="px-key">{children}</code>;
}

/** A key of the keyboard: "Ctrl K". */
export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className="px-keycap">{children}</kbd>;
}
