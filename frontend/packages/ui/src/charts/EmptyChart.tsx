import { useTexts } from "../texts/TextsProvider";
import type { ChartProps } from "./series";
import "./Chart.css";

/** Stands where a chart would that has nothing to show: axes alone look broken. */
export function EmptyChart({ label, height = 240, empty }: ChartProps) {
  const texts = useTexts();
  return (
    <figure className="px-chart" aria-label={label}>
      <p className="px-chart__empty" style={{ minHeight: height }}>
        {empty ?? texts.noFigures}
      </p>
    </figure>
  );
}
