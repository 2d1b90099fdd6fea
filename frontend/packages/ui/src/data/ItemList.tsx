import type { ReactNode } from "react";
import "./ItemList.css";

export interface Item {
  id: string;
  icon?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end of the line: a link, a state, a time. */
  end?: ReactNode;
}

/** Things with a line between them: remedies, news, what people lately did. */
export function ItemList({ label, items, lines = true }: { label: string; items: readonly Item[]; lines?: boolean }) {
  return (
    <ul className={lines ? "px-items px-items--lines" : "px-items"} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          {item.icon}
          <div className="px-items__words">
            <div>{item.title}</div>
            {item.detail && <small>{item.detail}</small>}
          </div>
          {item.end && <div className="px-items__end">{item.end}</div>}
        </li>
      ))}
    </ul>
  );
}
