/** A form as its schema asks for it: what to draw, without React and without values. */
export type Node = TextNode | NumberNode | BooleanNode | ChoiceNode | GroupNode | ListNode | VariantNode | JsonNode;

interface Base {
  title: string;
  help?: string | undefined;
  required: boolean;
  default?: unknown;
}

export interface TextNode extends Base {
  kind: "text";
  format?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  /** One that has the right form, if the schema gives any. */
  example?: string | undefined;
  long: boolean;
  /** Written, never read. */
  secret: boolean;
}

export interface NumberNode extends Base {
  kind: "number";
  integer: boolean;
  minimum?: number | undefined;
  maximum?: number | undefined;
  above?: number | undefined;
  below?: number | undefined;
  multipleOf?: number | undefined;
}

export interface BooleanNode extends Base {
  kind: "boolean";
}

export interface ChoiceNode extends Base {
  kind: "choice";
  options: { value: unknown; label: string }[];
}

export interface GroupNode extends Base {
  kind: "group";
  fields: { key: string; node: Node }[];
}

export interface ListNode extends Base {
  kind: "list";
  item: Node;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  unique: boolean;
}

/** `oneOf`: which one is chosen first, then its fields. */
export interface VariantNode extends Base {
  kind: "variant";
  variants: { label: string; node: Node; constants: Record<string, unknown> }[];
}

/** What the form cannot draw: written as JSON, checked as JSON. */
export interface JsonNode extends Base {
  kind: "json";
  /** The type that the schema wants, where it names one. */
  type?: string | undefined;
}

export type Schema = Record<string, unknown>;
