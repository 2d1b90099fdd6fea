import { linePath } from "./scale";
import "./Chart.css";

export interface SparklineProps {
  /** What it shows, in words: "up over six months". */
  label: string;
  values: readonly number[];
  width?: number;
  height?: number;
}

/** A course without axes, beside its figure. */
export function Sparkline({ label, values, width = 88, height = 32 }: SparklineProps) {
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map(
    (value, at) =>
      [
        3 + (at / Math.max(1, values.length - 1)) * (width - 6),
        height - 4 - ((value - low) / span) * (height - 8),
      ] as const,
  );
  const end = points[points.length - 1];
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="px-spark px-series px-series--0">
      <path d={linePath(points)} />
      {end && <circle className="px-chart__end" cx={end[0]} cy={end[1]} r="2.5" />}
    </svg>
  );
}
