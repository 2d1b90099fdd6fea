interface GridProps {
  marks: readonly number[];
  format: (value: number) => string;
  left: number;
  right: number;
  y: (value: number) => number;
}

/** Lines across, each with its value. */
export function Grid({ marks, format, left, right, y }: GridProps) {
  return marks.map((mark) => (
    <g key={mark}>
      <path className="px-chart__line" d={`M${left} ${Math.round(y(mark)) + 0.5}H${right}`} />
      <text className="px-chart__label" x={left - 8} y={y(mark) + 4} textAnchor="end">
        {format(mark)}
      </text>
    </g>
  ));
}
