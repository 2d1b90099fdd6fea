import { KeyCap } from "../data/Key";
import "./KeyList.css";

export interface KeyListProps {
  items: readonly { keys: readonly string[]; text: string }[];
}

/** Which keys do what. */
export function KeyList({ items }: KeyListProps) {
  return (
    <dl className="px-keys">
      {items.map(({ keys, text }) => (
        <div key={text}>
          <dt>
            {keys.map((key) => (
              <KeyCap key={key}>{key}</KeyCap>
            ))}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
