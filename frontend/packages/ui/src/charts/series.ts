export interface Series {
  name: string;
  values: readonly (number | null)[];
  /** What the others are compared with: dashed, and never filled. */
  comparison?: boolean;
}

export interface ChartProps {
  /** Names the chart, and its table. */
  label: string;
  /** What stands along the bottom, one for each value. */
  categories: readonly string[];
  /** Four at most; the first is drawn in the accent. */
  series: readonly Series[];
  /** How a value is written: with its unit. */
  format?: ((value: number) => string) | undefined;
  height?: number | undefined;
  /** Said in place of a chart that has nothing to show. */
  empty?: string | undefined;
}

export const MOST_SERIES = 4;

/** The dress of a series: the accent first, then quieter ones; a comparison is dashed. */
export function dress(series: readonly Series[], at: number): string {
  if (series[at]?.comparison) return "px-series px-series--comparison";
  return `px-series px-series--${series.slice(0, at).filter((one) => !one.comparison).length % MOST_SERIES}`;
}

export function plainFormat(value: number): string {
  return value.toLocaleString();
}

/** Whether there is nothing to draw: no number at all, or (`zeros`) none but 0. */
export function isEmpty(series: readonly Series[], zeros = false): boolean {
  return series.every(({ values }) => values.every((value) => value === null || (zeros && value === 0)));
}
