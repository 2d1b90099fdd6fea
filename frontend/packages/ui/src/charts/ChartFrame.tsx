import { useState, type ReactNode } from "react";
import { ChartLine, Table2 } from "lucide-react";
import { IconButton } from "../actions/IconButton";
import { useTexts } from "../texts/TextsProvider";
import { dress, plainFormat, type ChartProps } from "./series";
import "./Chart.css";

/** A chart's legend and its other view: the same numbers as a table. */
export function ChartFrame({
  label,
  categories,
  series,
  format = plainFormat,
  children,
}: ChartProps & { children: ReactNode }) {
  const texts = useTexts();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="px-chart" aria-label={label}>
      <figcaption className="px-chart__legend">
        {series.length > 1 &&
          series.map((one, at) => (
            <span key={one.name}>
              <svg width="18" height="8" aria-hidden="true" className={dress(series, at)}>
                <path d="M1 4H17" />
              </svg>
              {one.name}
            </span>
          ))}
        <IconButton
          icon={asTable ? ChartLine : Table2}
          label={asTable ? texts.showChart : texts.showTable}
          size="small"
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? (
        <div className="px-chart__table" tabIndex={0} role="group" aria-label={label}>
          <table aria-label={label}>
            <thead>
              <tr>
                <td />
                {series.map((one) => (
                  <th key={one.name} scope="col">
                    {one.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {categories.map((category, at) => (
                <tr key={at}>
                  <th scope="row">{category}</th>
                  {series.map((one) => {
                    const value = one.values[at];
                    return <td key={one.name}>{value === null || value === undefined ? "–" : format(value)}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </figure>
  );
}
