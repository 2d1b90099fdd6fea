import { ChartFrame } from "./ChartFrame";
import { ChartTip } from "./ChartTip";
import { EmptyChart } from "./EmptyChart";
import { Grid } from "./Grid";
import { labelled, linePath } from "./scale";
import { dress, isEmpty, type ChartProps } from "./series";
import { usePlot } from "./usePlot";
import "./Chart.css";

const PAD = { top: 8, right: 12, bottom: 24 };

/** A course over time. */
export function LineChart(props: ChartProps) {
  return isEmpty(props.series) ? <EmptyChart {...props} /> : <Lines {...props} />;
}

function Lines(props: ChartProps) {
  const { label, categories } = props;
  const { series, box, width, height, format, at, setAt, low, left, inner, y, grid } = usePlot(props, PAD);
  const x = (place: number) =>
    left + (categories.length < 2 ? inner.width / 2 : (place / (categories.length - 1)) * inner.width);
  const last = categories.length - 1;
  const first = series[0];
  const end = first?.values[last];

  return (
    <ChartFrame {...props} series={series}>
      <div ref={box} className="px-chart__box">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={label}
          onPointerMove={(event) => {
            const place = ((event.nativeEvent.offsetX - left) / inner.width) * last;
            setAt(Math.min(last, Math.max(0, Math.round(place))));
          }}
          onPointerLeave={() => setAt(null)}
        >
          <Grid {...grid} />
          {labelled(categories.length, inner.width / 72).map((place) => (
            <text
              key={place}
              className="px-chart__label"
              x={x(place)}
              y={height - 6}
              textAnchor={place === last ? "end" : "middle"}
            >
              {categories[place]}
            </text>
          ))}
          {at !== null && <path className="px-chart__guide" d={`M${x(at)} ${PAD.top}V${PAD.top + inner.height}`} />}
          {series.map((one, index) => {
            const line = linePath(
              one.values.map((value, place) => (value === null ? null : ([x(place), y(value)] as const))),
            );
            const whole = one.values.every((value) => value !== null);
            return (
              <g key={one.name} className={dress(series, index)}>
                {index === 0 && whole && (
                  <path className="px-series__area" d={`${line}L${x(last)} ${y(low)}L${x(0)} ${y(low)}Z`} />
                )}
                <path d={line} />
              </g>
            );
          })}
          {typeof end === "number" && <circle className="px-chart__end" cx={x(last)} cy={y(end)} r="4.5" />}
        </svg>
        {at !== null && (
          <ChartTip x={x(at)} width={width} category={categories[at] ?? ""} series={series} at={at} format={format} />
        )}
      </div>
    </ChartFrame>
  );
}
