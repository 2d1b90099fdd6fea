import { useState } from "react";
import { ticks } from "./scale";
import { MOST_SERIES, plainFormat, type ChartProps } from "./series";
import { useWidth } from "../hooks/useWidth";

interface Pad {
  top: number;
  right: number;
  bottom: number;
}

/** What a chart with a scale at its left is drawn with: its size, its marks, and where the pointer is. */
export function usePlot({ format = plainFormat, height = 240, ...props }: ChartProps, pad: Pad) {
  const series = props.series.slice(0, MOST_SERIES);
  const [box, width] = useWidth<HTMLDivElement>(640);
  const [at, setAt] = useState<number | null>(null);
  const marks = ticks(series.flatMap((one) => one.values.filter((value) => value !== null)));
  const [low, high] = [marks[0] ?? 0, marks[marks.length - 1] ?? 1];
  const left = 12 + 7 * Math.max(...marks.map((mark) => format(mark).length));
  const inner = { width: width - left - pad.right, height: height - pad.top - pad.bottom };
  const y = (value: number) => pad.top + inner.height * (1 - (value - low) / (high - low));
  const grid = { marks, format, left, right: width - pad.right, y };
  return { series, box, width, height, format, at, setAt, low, left, inner, y, grid };
}
