import { Select } from "../../forms/Select";
import { usePlace } from "../context";
import type { ChoiceNode } from "../model";
import type { Path } from "../pointer";
import { useFormWords } from "../words";
import { Origin } from "./Origin";

/** One of given values, which need not be texts. */
export function ChoiceField({ node, path }: { node: ChoiceNode; path: Path }) {
  const place = usePlace(path);
  const words = useFormWords();
  const shown = place.value ?? place.inherited ?? node.default;
  const at = node.options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(shown));
  return (
    <Select
      label={node.title}
      help={node.help}
      error={place.error}
      optional={!node.required}
      note={
        place.origin && (
          <Origin origin={place.origin} own={place.value !== undefined} onReset={() => place.set(undefined)} />
        )
      }
      options={node.options.map((option, index) => ({ value: String(index), label: option.label }))}
      value={at < 0 ? "" : String(at)}
      placeholder={node.required ? (at < 0 ? words.choose : undefined) : words.notSet}
      onChange={(index) => place.set(index === "" ? undefined : node.options[Number(index)]?.value)}
    />
  );
}
