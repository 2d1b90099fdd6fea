import type { GroupNode, Node, Schema, VariantNode } from "./model";
import { labelOf, merged, resolve, typeOf } from "./schema";

const DEEPEST = 8;

export interface ReadOptions {
  /** Pointers or names of what is secret. */
  secrets?: readonly string[] | undefined;
}

/** Reads a JSON Schema 2020-12 into a form. It never throws: what it does not know becomes JSON. */
export function readSchema(schema: unknown, options: ReadOptions = {}): GroupNode {
  const root = isSchema(schema) ? schema : {};
  const node = read(root, {
    root,
    secrets: new Set(options.secrets ?? []),
    pointer: "",
    key: "",
    required: true,
    depth: 0,
  });
  if (node.kind === "group") return node;
  return {
    kind: "group",
    title: "",
    required: true,
    fields: [{ key: "", node: { ...node, title: node.title || "JSON" } }],
  };
}

interface Place {
  root: Schema;
  secrets: ReadonlySet<string>;
  pointer: string;
  key: string;
  required: boolean;
  depth: number;
}

function read(raw: Schema, place: Place): Node {
  const resolved = resolve(raw, place.root);
  const schema = resolved && merged(resolved, place.root);
  if (!schema || place.depth > DEEPEST)
    return { kind: "json", title: labelOf(raw, place.key), required: place.required };
  const base = {
    title: labelOf(schema, place.key),
    help: typeof schema.description === "string" ? schema.description : undefined,
    required: place.required,
    default: schema.default,
  };
  if (isSecret(schema, place)) {
    return { ...base, kind: "text", long: false, secret: true, ...lengths(schema), default: undefined };
  }
  if (Array.isArray(schema.enum)) {
    return { ...base, kind: "choice", options: schema.enum.map((value) => ({ value, label: optionLabel(value) })) };
  }
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(alternatives) && alternatives.every(isSchema))
    return readVariants(schema, alternatives, base, place);
  switch (typeOf(schema)) {
    case "string":
      return {
        ...base,
        kind: "text",
        secret: false,
        long: schema.contentMediaType !== undefined || schema.format === "textarea" || Number(schema.maxLength) > 240,
        ...lengths(schema),
      };
    case "number":
    case "integer":
      return {
        ...base,
        kind: "number",
        integer: typeOf(schema) === "integer",
        minimum: number(schema.minimum),
        maximum: number(schema.maximum),
        above: number(schema.exclusiveMinimum),
        below: number(schema.exclusiveMaximum),
        multipleOf: number(schema.multipleOf),
      };
    case "boolean":
      return { ...base, kind: "boolean" };
    case "object":
      return readGroup(schema, base, place);
    case "array":
      return isSchema(schema.items) && schema.prefixItems === undefined
        ? {
            ...base,
            kind: "list",
            item: read(schema.items, {
              ...place,
              pointer: `${place.pointer}/*`,
              key: place.key,
              required: true,
              depth: place.depth + 1,
            }),
            minItems: number(schema.minItems),
            maxItems: number(schema.maxItems),
            unique: schema.uniqueItems === true,
          }
        : { ...base, kind: "json", type: "array" };
    default:
      return { ...base, kind: "json", type: typeOf(schema) };
  }
}

type BaseOf = Pick<GroupNode, "title" | "help" | "required" | "default">;

function readGroup(schema: Schema, base: BaseOf, place: Place): Node {
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const open =
    schema.additionalProperties === true ||
    isSchema(schema.additionalProperties) ||
    schema.patternProperties !== undefined;
  if (properties.length === 0 && (open || place.depth > 0)) return { ...base, kind: "json", type: "object" };
  const needed = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = properties
    .filter(([, child]) => isSchema(child) && child.readOnly !== true && child.const === undefined)
    .map(([key, child]) => ({
      key,
      node: read(child as Schema, {
        ...place,
        pointer: `${place.pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`,
        key,
        required: needed.has(key),
        depth: place.depth + 1,
      }),
    }));
  return { ...base, kind: "group", fields };
}

function readVariants(schema: Schema, alternatives: Schema[], base: BaseOf, place: Place): Node {
  const choices = alternatives.map((one) => resolve(one, place.root) ?? one);
  if (choices.every((one) => "const" in one)) {
    return {
      ...base,
      kind: "choice",
      options: choices.map((one) => ({
        value: one.const,
        label: typeof one.title === "string" ? one.title : optionLabel(one.const),
      })),
    };
  }
  const shared = { ...schema };
  delete shared.oneOf;
  delete shared.anyOf;
  delete shared.default;
  const usable = choices.filter((one) => one.type !== "null");
  const variants: VariantNode["variants"] = usable.map((one, at) => {
    const own = merged({ allOf: [shared, one] }, place.root) ?? one;
    return {
      label:
        typeof one.title === "string" ? one.title : (constantLabel(own) ?? labelOf(one, `${base.title} ${at + 1}`)),
      node: {
        ...read({ ...own, title: own.title ?? base.title }, { ...place, depth: place.depth + 1 }),
        required: place.required,
      },
      constants: constants(own),
    };
  });
  const only = variants.length === 1 ? variants[0] : undefined;
  return only
    ? { ...only.node, ...base, required: place.required && usable.length === choices.length }
    : { ...base, kind: "variant", variants };
}

/** What a variant fixes: its `const` members tell it apart and are not asked for. */
function constants(schema: Schema): Record<string, unknown> {
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(
    properties.flatMap(([key, child]) => (isSchema(child) && "const" in child ? [[key, child.const]] : [])),
  );
}

function constantLabel(schema: Schema): string | undefined {
  const first = Object.values(constants(schema))[0];
  return first === undefined ? undefined : optionLabel(first);
}

function isSecret(schema: Schema, place: Place): boolean {
  const named =
    place.secrets.has(place.pointer) ||
    place.secrets.has(place.pointer.slice(1)) ||
    place.secrets.has(place.pointer.slice(1).replaceAll("/", "."));
  return named || (typeOf(schema) === "string" && (schema.writeOnly === true || schema.format === "password"));
}

function lengths(schema: Schema) {
  return {
    format: typeof schema.format === "string" ? schema.format : undefined,
    minLength: number(schema.minLength),
    maxLength: number(schema.maxLength),
    pattern: typeof schema.pattern === "string" ? schema.pattern : undefined,
    example: exampleOf(schema),
  };
}

function exampleOf({ examples, default: usual }: Schema): string | undefined {
  const given = Array.isArray(examples) ? (examples as unknown[]) : [];
  const found = [...given, usual].find((one) => typeof one === "string" && one !== "");
  return typeof found === "string" ? found : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function optionLabel(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
