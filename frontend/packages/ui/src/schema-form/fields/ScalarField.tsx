import { Checkbox } from "../../forms/Checkbox";
import { NumberField } from "../../forms/NumberField";
import { SecretField } from "../../forms/SecretField";
import { TextArea } from "../../forms/TextArea";
import { TextField, type TextFieldProps } from "../../forms/TextField";
import { usePlace } from "../context";
import type { BooleanNode, NumberNode, TextNode } from "../model";
import type { Path } from "../pointer";
import { Origin } from "./Origin";

const TYPES: Record<string, TextFieldProps["type"]> = { email: "email", uri: "url", date: "date" };

/** Text, a number, yes or no. */
export function ScalarField({ node, path }: { node: TextNode | NumberNode | BooleanNode; path: Path }) {
  const place = usePlace(path);
  const { value, set, error, inherited } = place;
  const note =
    place.origin === undefined ? undefined : (
      <Origin origin={place.origin} own={value !== undefined} onReset={() => set(undefined)} />
    );
  const shared = { label: node.title, help: node.help, error, optional: !node.required, note };
  const shown = value ?? inherited ?? node.default;

  if (node.kind === "boolean") {
    return (
      <div className="px-schema-form__check">
        <Checkbox label={node.title} help={node.help} error={error} checked={shown === true} onChange={set} />
        {note && <div className="px-field__note">{note}</div>}
      </div>
    );
  }
  if (node.kind === "number") {
    return (
      <NumberField
        {...shared}
        strict
        integer={node.integer}
        value={typeof shown === "number" ? shown : null}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  }
  if (node.secret) {
    return (
      <SecretField
        {...shared}
        stored={place.stored || inherited !== undefined}
        value={typeof value === "string" ? value : undefined}
        onChange={set}
      />
    );
  }
  const text = typeof shown === "string" ? shown : "";
  const change = (next: string) => set(next === "" && (inherited === undefined || !node.required) ? undefined : next);
  if (node.long) return <TextArea {...shared} value={text} onChange={change} />;
  return <TextField {...shared} type={TYPES[node.format ?? ""] ?? "text"} value={text} onChange={change} />;
}
