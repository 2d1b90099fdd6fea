import type { Node, VariantNode } from "./model";
import { isRecord } from "./pointer";

/** Which variant a value belongs to: by its constants, then by its shape; −1 where nobody chose yet. */
export function variantOf(node: VariantNode, value: unknown): number {
  if (value === undefined) return -1;
  const byConstant = node.variants.findIndex(({ constants }) => {
    const fixed = Object.entries(constants);
    return fixed.length > 0 && isRecord(value) && fixed.every(([key, wanted]) => value[key] === wanted);
  });
  if (byConstant >= 0) return byConstant;
  const fits = node.variants.map(({ node: variant, constants }) =>
    Object.keys(constants).length > 0 && isRecord(value) ? -1 : fit(variant, value),
  );
  const best = Math.max(...fits);
  return best <= 0 ? -1 : fits.indexOf(best);
}

/** What stands there once a variant is chosen: its constants, and what it shares with what was typed. */
export function startOf(variant: VariantNode["variants"][number], before: unknown): unknown {
  const { node, constants } = variant;
  if (node.kind !== "group") return fit(node, before) > 0 ? before : startValue(node);
  const kept = isRecord(before)
    ? Object.fromEntries(
        node.fields.filter(({ key }) => Object.hasOwn(before, key)).map(({ key }) => [key, before[key]]),
      )
    : {};
  return { ...kept, ...constants };
}

/** The value of a new item of a list. */
export function startValue(node: Node): unknown {
  if (node.default !== undefined) return node.default;
  switch (node.kind) {
    case "text":
      return "";
    case "boolean":
      return false;
    case "group":
      return {};
    case "list":
      return [];
    case "choice":
      return node.options[0]?.value;
    case "number":
    case "variant":
    case "json":
      return undefined;
  }
}

function fit(node: Node, value: unknown): number {
  switch (node.kind) {
    case "text":
      return typeof value === "string" ? 1 : 0;
    case "number":
      return typeof value === "number" ? 1 : 0;
    case "boolean":
      return typeof value === "boolean" ? 1 : 0;
    case "choice":
      return node.options.some((option) => option.value === value) ? 2 : 0;
    case "list":
      return Array.isArray(value) ? 1 : 0;
    case "group":
      return isRecord(value) ? 1 + node.fields.filter(({ key }) => Object.hasOwn(value, key)).length : 0;
    case "variant":
    case "json":
      return value === undefined ? 0 : 1;
  }
}
