import { useTexts } from "../texts/TextsProvider";
import "./BarList.css";
import "./Chart.css";

export interface BarListProps {
  label: string;
  items: readonly { label: string; value: number; text: string; note?: string | undefined }[];
  /** What a full bar stands for; the largest value where left out. */
  most?: number;
  /** Said where there are none. */
  empty?: string | undefined;
}

/** Amounts with their names: a pipeline by stage, what people choose. The numbers are in words beside the bars. */
export function BarList({ label, items, most, empty }: BarListProps) {
  const texts = useTexts();
  if (items.length === 0) return <p className="px-bars__empty">{empty ?? texts.noFigures}</p>;
  const top = most ?? Math.max(1, ...items.map((item) => item.value));
  const notes = items.some((item) => item.note !== undefined);
  return (
    <ul className={notes ? "px-bars px-bars--notes" : "px-bars"} aria-label={label}>
      {items.map((item, at) => (
        <li key={`${at} ${item.label}`}>
          <span className="px-bars__label">{item.label}</span>
          <span className="px-bars__track" aria-hidden="true">
            <span style={{ width: `${Math.min(100, Math.max(0, (item.value / top) * 100))}%` }} />
          </span>
          {notes && <span className="px-bars__note">{item.note}</span>}
          <span className="px-bars__value">{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
