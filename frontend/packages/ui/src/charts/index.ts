export { BarChart } from "./BarChart";
export { BarList, type BarListProps } from "./BarList";
export { LineChart } from "./LineChart";
export { Ring, type RingProps } from "./Ring";
export type { ChartProps, Series } from "./series";
export { Sparkline, type SparklineProps } from "./Sparkline";
