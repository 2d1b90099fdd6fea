import { Draft } from "./draft";
import type { Node, NumberNode, TextNode } from "./model";
import { isRecord, pointerOf, type Path } from "./pointer";
import { hasFormat } from "./formats";
import { variantOf } from "./values";
import type { FormWords } from "./words";

/** What does not fit, by pointer, in words. */
export type Errors = Record<string, string>;

/**
 * Checks a value against a form. A needed value may come from elsewhere: then `inherited` says so
 * for its pointer. The server checks again; this only spares the round trip.
 */
export function check(
  node: Node,
  value: unknown,
  words: FormWords,
  inherited: (pointer: string) => boolean = () => false,
): Errors {
  const errors: Errors = {};
  visit(node, value, []);
  return errors;

  function visit(at: Node, own: unknown, path: Path): void {
    const pointer = pointerOf(path);
    if (own === undefined || own === "") {
      if (at.kind === "group" && at.required)
        at.fields.forEach(({ key, node: child }) => visit(child, undefined, below(path, key)));
      else if (at.required && at.default === undefined && !inherited(pointer)) errors[pointer] = words.needed;
      return;
    }
    const wrong = own instanceof Draft ? words.json(own.reason) : problem(at, own, words);
    if (wrong) errors[pointer] = wrong;
    else if (at.kind === "group" && isRecord(own))
      at.fields.forEach(({ key, node: child }) => visit(child, own[key], below(path, key)));
    else if (at.kind === "list" && Array.isArray(own))
      own.forEach((item, place) => visit(at.item, item, [...path, place]));
    else if (at.kind === "variant") {
      const chosen = at.variants[variantOf(at, own)];
      if (chosen) visit(chosen.node, own, path);
    }
  }
}

function below(path: Path, key: string): Path {
  return key === "" ? path : [...path, key];
}

function problem(node: Node, value: unknown, words: FormWords): string | null {
  switch (node.kind) {
    case "text":
      return textProblem(node, value, words);
    case "number":
      return numberProblem(node, value, words);
    case "boolean":
      return typeof value === "boolean" ? null : words.oneOfThese;
    case "choice":
      return node.options.some((option) => JSON.stringify(option.value) === JSON.stringify(value))
        ? null
        : words.oneOfThese;
    case "group":
      return isRecord(value) ? null : words.jsonType("object");
    case "list":
      if (!Array.isArray(value)) return words.jsonType("array");
      if (node.minItems !== undefined && value.length < node.minItems) return words.fewItems(node.minItems);
      if (node.maxItems !== undefined && value.length > node.maxItems) return words.manyItems(node.maxItems);
      return node.unique && new Set(value.map((item) => JSON.stringify(item))).size < value.length ? words.twice : null;
    case "variant":
      return variantOf(node, value) < 0 ? words.oneOfThese : null;
    case "json":
      return node.type === undefined || jsonType(value, node.type) ? null : words.jsonType(node.type);
  }
}

function textProblem(node: TextNode, value: unknown, words: FormWords): string | null {
  if (typeof value !== "string") return words.pattern(node.example);
  const length = [...value].length;
  if (node.minLength !== undefined && length < node.minLength) return words.tooShort(node.minLength);
  if (node.maxLength !== undefined && length > node.maxLength) return words.tooLong(node.maxLength, length);
  if (node.format && !hasFormat(value, node.format)) return words.format(node.format);
  return node.pattern !== undefined && !matches(value, node.pattern) ? words.pattern(node.example) : null;
}

function numberProblem(node: NumberNode, value: unknown, words: FormWords): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return words.number;
  if (node.integer && !Number.isInteger(value)) return words.integer;
  if (node.minimum !== undefined && value < node.minimum) return words.atLeast(node.minimum);
  if (node.maximum !== undefined && value > node.maximum) return words.atMost(node.maximum);
  if (node.above !== undefined && value <= node.above) return words.above(node.above);
  if (node.below !== undefined && value >= node.below) return words.below(node.below);
  const times = node.multipleOf ? value / node.multipleOf : 0;
  return Math.abs(times - Math.round(times)) > 1e-9 ? words.multipleOf(node.multipleOf ?? 1) : null;
}

/** A pattern that a browser cannot read is left to the server; so is a text that could keep it busy. */
function matches(value: string, pattern: string): boolean {
  if (value.length > 1000) return true;
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}

function jsonType(value: unknown, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  return type === "null" ? value === null : typeof value === type || type === "integer";
}
