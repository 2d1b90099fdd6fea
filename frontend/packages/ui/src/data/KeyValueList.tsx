import type { ReactNode } from "react";
import "./KeyValueList.css";

export interface KeyValueListProps {
  items: readonly { label: string; value: ReactNode }[];
}

/** Facts beside a page's content. */
export function KeyValueList({ items }: KeyValueListProps) {
  return (
    <dl className="px-facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
