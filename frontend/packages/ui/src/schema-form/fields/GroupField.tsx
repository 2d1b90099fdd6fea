import { useId } from "react";
import { usePlace } from "../context";
import type { GroupNode } from "../model";
import { NodeView } from "../NodeView";
import type { Path } from "../pointer";

/** A nested object: its fields under a heading. */
export function GroupField({ node, path, bare }: { node: GroupNode; path: Path; bare?: boolean }) {
  const id = useId();
  const { error, form } = usePlace(path);
  const Heading = `h${form.headingLevel}` as const;
  return (
    <div
      className={bare ? "px-schema-group px-schema-group--bare" : "px-schema-group"}
      role="group"
      aria-labelledby={bare ? undefined : id}
    >
      {!bare && (
        <div>
          <Heading id={id}>{node.title}</Heading>
          {node.help && <p className="px-field__help">{node.help}</p>}
        </div>
      )}
      {error && <p className="px-field__error">{error}</p>}
      {node.fields.map(({ key, node: child }) => (
        <NodeView key={key} node={child} path={[...path, key]} />
      ))}
    </div>
  );
}
