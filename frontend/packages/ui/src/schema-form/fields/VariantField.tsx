import { RadioGroup } from "../../forms/RadioGroup";
import { Select } from "../../forms/Select";
import { usePlace } from "../context";
import type { VariantNode } from "../model";
import { NodeView } from "../NodeView";
import type { Path } from "../pointer";
import { startOf, variantOf } from "../values";
import { useFormWords } from "../words";
import { GroupField } from "./GroupField";

const FEW = 4;

/** Which of several first, then the fields of that one. */
export function VariantField({ node, path }: { node: VariantNode; path: Path }) {
  const words = useFormWords();
  const place = usePlace(path);
  const shown = place.value ?? place.inherited ?? node.default;
  const at = variantOf(node, shown);
  const chosen = node.variants[at];
  const options = node.variants.map((variant, index) => ({ value: String(index), label: variant.label }));
  const choose = (index: string) => {
    const next = node.variants[Number(index)];
    place.set(next ? startOf(next, shown) : undefined);
  };
  return (
    <div className="px-schema-group">
      {options.length <= FEW ? (
        <RadioGroup
          label={node.title}
          options={options}
          value={at < 0 ? null : String(at)}
          onChange={choose}
          error={place.error}
        />
      ) : (
        <Select
          label={node.title}
          help={node.help}
          options={options}
          value={at < 0 ? "" : String(at)}
          placeholder={words.choose}
          onChange={choose}
          error={place.error}
        />
      )}
      {chosen?.node.kind === "group" ? (
        chosen.node.fields.length > 0 && <GroupField key={at} node={chosen.node} path={path} bare />
      ) : chosen ? (
        <NodeView key={at} node={{ ...chosen.node, title: chosen.label }} path={path} />
      ) : null}
    </div>
  );
}
