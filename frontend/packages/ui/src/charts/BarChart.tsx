import { ChartFrame } from "./ChartFrame";
import { ChartTip } from "./ChartTip";
import { EmptyChart } from "./EmptyChart";
import { Grid } from "./Grid";
import { labelled } from "./scale";
import { dress, isEmpty, type ChartProps } from "./series";
import { usePlot } from "./usePlot";
import "./Chart.css";

const PAD = { top: 8, right: 4, bottom: 24 };

/** Amounts side by side, each from zero. */
export function BarChart(props: ChartProps) {
  return isEmpty(props.series, true) ? <EmptyChart {...props} /> : <Bars {...props} />;
}

function Bars(props: ChartProps) {
  const { label, categories } = props;
  const { series, box, width, height, format, at, setAt, left, inner, y, grid } = usePlot(props, PAD);
  const slot = inner.width / Math.max(1, categories.length);
  const gap = Math.min(12, slot * 0.24);
  const bar = Math.max(1, (slot - gap) / Math.max(1, series.length));

  return (
    <ChartFrame {...props} series={series}>
      <div ref={box} className="px-chart__box">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={label}
          onPointerMove={(event) => {
            const place = Math.floor((event.nativeEvent.offsetX - left) / slot);
            setAt(place >= 0 && place < categories.length ? place : null);
          }}
          onPointerLeave={() => setAt(null)}
        >
          <Grid {...grid} />
          {labelled(categories.length, inner.width / 56).map((place) => (
            <text
              key={place}
              className="px-chart__label"
              x={left + slot * (place + 0.5)}
              y={height - 6}
              textAnchor="middle"
            >
              {categories[place]}
            </text>
          ))}
          {series.map((one, index) => (
            <g key={one.name} className={`${dress(series, index)} px-series--bars`}>
              {one.values.map((value, place) =>
                value === null ? null : (
                  <rect
                    key={place}
                    x={left + slot * place + gap / 2 + bar * index}
                    y={Math.min(y(value), y(0))}
                    width={Math.max(1, bar - (series.length > 1 ? 2 : 0))}
                    height={Math.max(value === 0 ? 0 : 1, Math.abs(y(value) - y(0)))}
                    rx={Math.min(4, bar / 3)}
                    opacity={at === null || at === place ? 1 : 0.45}
                  />
                ),
              )}
            </g>
          ))}
        </svg>
        {at !== null && (
          <ChartTip
            x={left + slot * (at + 0.5)}
            width={width}
            category={categories[at] ?? ""}
            series={series}
            at={at}
            format={format}
          />
        )}
      </div>
    </ChartFrame>
  );
}
