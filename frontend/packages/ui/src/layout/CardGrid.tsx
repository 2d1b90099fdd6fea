import type { ReactNode } from "react";
import "./CardGrid.css";

export interface CardGridProps {
  label: string;
  /** The least width of a card. */
  least?: 220 | 240 | 280 | 320;
  children: ReactNode[];
}

/** Cards side by side, as many as there is room for. */
export function CardGrid({ label, least = 240, children }: CardGridProps) {
  return (
    <ul className={`px-card-grid px-card-grid--${least}`} aria-label={label}>
      {children.map((child, at) => (
        <li key={at}>{child}</li>
      ))}
    </ul>
  );
}
