import { useId } from "react";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "../../actions/Button";
import { IconButton } from "../../actions/IconButton";
import { usePlace } from "../context";
import type { ListNode, Node } from "../model";
import { NodeView } from "../NodeView";
import type { Path } from "../pointer";
import { startValue } from "../values";
import { useFormWords } from "../words";
import { Origin } from "./Origin";

/** As many as there are, one below the other. */
export function ListField({ node, path }: { node: ListNode; path: Path }) {
  const id = useId();
  const words = useFormWords();
  const place = usePlace(path);
  const shown = place.value ?? place.inherited ?? node.default;
  const items: unknown[] = Array.isArray(shown) ? shown : [];
  const full = node.maxItems !== undefined && items.length >= node.maxItems;
  const one = singular(node);
  return (
    <div className="px-schema-list" role="group" aria-labelledby={id}>
      <div className="px-field__head">
        <span id={id} className="px-schema-list__label">
          {node.title}
        </span>
        {place.origin && (
          <span className="px-field__note">
            <Origin origin={place.origin} own={place.value !== undefined} onReset={() => place.set(undefined)} />
          </span>
        )}
      </div>
      {items.map((_, at) => (
        <div className="px-schema-list__item" key={at}>
          <NodeView node={named(node.item, `${one} ${at + 1}`)} path={[...path, at]} />
          <IconButton
            icon={Trash2}
            size="small"
            label={words.remove(`${one} ${at + 1}`)}
            onClick={() => place.set(items.filter((__, other) => other !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => place.set([...items, startValue(node.item) ?? null])}
          disabledReason={full && words.manyItems(node.maxItems ?? 0)}
        >
          {words.add(one.toLowerCase())}
        </Button>
      </div>
      {place.error && <p className="px-field__error">{place.error}</p>}
      {node.help && <p className="px-field__help">{node.help}</p>}
    </div>
  );
}

function singular(node: ListNode): string {
  return node.item.title || node.title;
}

function named(item: Node, title: string): Node {
  return { ...item, title };
}
