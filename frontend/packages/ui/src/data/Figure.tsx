import type { ReactNode } from "react";
import { cx } from "../cx";
import type { Tone } from "../feedback/tone";
import "./Figure.css";

export interface FigureProps {
  /** Left out where what surrounds it is its title, as in a widget. */
  label?: string | undefined;
  /** An IconTile of 20. */
  icon?: ReactNode;
  value: ReactNode;
  /** Says what the figure means, in words: "8.2% more than last month". */
  note?: ReactNode;
  tone?: Tone;
  /** A Sparkline or a Ring. */
  chart?: ReactNode;
  /** In a box of its own. */
  boxed?: boolean;
}

export function Figure({ label, icon, value, note, tone = "neutral", chart, boxed }: FigureProps) {
  return (
    <div className={cx("px-figure", boxed && "px-figure--boxed")}>
      {label && (
        <div className="px-figure__label">
          {icon}
          {label}
        </div>
      )}
      <div className="px-figure__row">
        <span className="px-figure__value">{value}</span>
        {chart}
      </div>
      {note && <div className={`px-figure__note px-figure__note--${tone}`}>{note}</div>}
    </div>
  );
}
