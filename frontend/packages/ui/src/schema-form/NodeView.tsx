import type { Node } from "./model";
import type { Path } from "./pointer";
import { ChoiceField } from "./fields/ChoiceField";
import { GroupField } from "./fields/GroupField";
import { JsonField } from "./fields/JsonField";
import { ListField } from "./fields/ListField";
import { ScalarField } from "./fields/ScalarField";
import { VariantField } from "./fields/VariantField";

/** Draws one node of the form at its place. */
export function NodeView({ node, path }: { node: Node; path: Path }) {
  switch (node.kind) {
    case "text":
    case "number":
    case "boolean":
      return <ScalarField node={node} path={path} />;
    case "choice":
      return <ChoiceField node={node} path={path} />;
    case "group":
      return <GroupField node={node} path={path} />;
    case "list":
      return <ListField node={node} path={path} />;
    case "variant":
      return <VariantField node={node} path={path} />;
    case "json":
      return <JsonField node={node} path={path} />;
  }
}
