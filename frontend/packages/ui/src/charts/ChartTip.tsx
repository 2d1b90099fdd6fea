import { dress, type Series } from "./series";

interface ChartTipProps {
  x: number;
  width: number;
  category: string;
  series: readonly Series[];
  at: number;
  format: (value: number) => string;
}

/** The numbers of one place, beside it. The table has them all. */
export function ChartTip({ x, width, category, series, at, format }: ChartTipProps) {
  const flipped = x > width / 2;
  return (
    <div className="px-chart__tip" style={flipped ? { right: width - x + 10 } : { left: x + 10 }} aria-hidden="true">
      <b>{category}</b>
      {series.map((one, index) => {
        const value = one.values[at];
        return (
          <span key={one.name}>
            <svg width="12" height="8" className={dress(series, index)}>
              <path d="M1 4H11" />
            </svg>
            {one.name}
            <b>{value === null || value === undefined ? "–" : format(value)}</b>
          </span>
        );
      })}
    </div>
  );
}
