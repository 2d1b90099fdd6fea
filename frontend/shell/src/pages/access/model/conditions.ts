/** A condition as policies write it. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export interface Comparison {
  attribute: string;
  operator: Operator;
  value: Operand;
}

export type Scalar = string | number | boolean;
export type Operand = Scalar | Scalar[] | { attribute: string };

export const OPERATORS = [
  "equals",
  "notEquals",
  "in",
  "contains",
  "greaterThan",
  "lessThan",
  "startsWith",
  "exists",
] as const;
export type Operator = (typeof OPERATORS)[number];

export const DEEPEST = 8;

/** How conditions are joined; a comparison joins none. */
export type Join = "all" | "any" | "not";

export function joinOf(condition: Condition): Join | undefined {
  return (["all", "any", "not"] as const).find((join) => join in condition);
}

/** What is joined. */
export function partsOf(condition: Condition): Condition[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  return "not" in condition ? [condition.not] : [];
}

export function isOther(value: Operand): value is { attribute: string } {
  return typeof value === "object" && !Array.isArray(value);
}

/** All comparisons, in the order in which they are written. */
export function comparisons(condition: Condition): Comparison[] {
  return joinOf(condition) ? partsOf(condition).flatMap(comparisons) : [condition as Comparison];
}

/** The attributes that are asked for, each once, with one comparison that asks for it. */
export function attributes(conditions: readonly Condition[], root: string): Map<string, Comparison> {
  const found = new Map<string, Comparison>();
  for (const comparison of conditions.flatMap(comparisons)) {
    const { attribute, value } = comparison;
    if (attribute.startsWith(`${root}.`) && !found.has(attribute)) found.set(attribute, comparison);
    if (isOther(value) && value.attribute.startsWith(`${root}.`) && !found.has(value.attribute)) {
      found.set(value.attribute, { attribute: value.attribute, operator: "equals", value: { attribute } });
    }
  }
  return found;
}

export type Facts = Record<string, unknown>;

/** What an attribute is; undefined where it is not known. */
export function valueOf(facts: Facts, attribute: string): unknown {
  const found = attribute
    .split(".")
    .reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? (at as Facts)[part] : undefined), facts);
  return found ?? undefined;
}

/** Whether a comparison holds; undefined where that cannot be told. */
export function holds({ attribute, operator, value }: Comparison, facts: Facts): boolean | undefined {
  const actual = valueOf(facts, attribute);
  const wanted = isOther(value) ? valueOf(facts, value.attribute) : value;
  if (operator === "exists") return (actual !== undefined) === wanted;
  if (actual === undefined || wanted === undefined) return undefined;
  switch (operator) {
    case "equals":
      return typeof actual === typeof wanted ? actual === wanted : undefined;
    case "notEquals":
      return typeof actual === typeof wanted ? actual !== wanted : undefined;
    case "in":
      return Array.isArray(wanted) ? wanted.includes(actual as Scalar) : undefined;
    case "contains":
      if (Array.isArray(actual)) return actual.includes(wanted);
      return typeof actual === "string" && typeof wanted === "string" ? actual.includes(wanted) : undefined;
    case "startsWith":
      return typeof actual === "string" && typeof wanted === "string" ? actual.startsWith(wanted) : undefined;
    default:
      return ordered(operator, actual, wanted);
  }
}

function ordered(operator: Operator, actual: unknown, wanted: unknown): boolean | undefined {
  const numbers = typeof actual === "number" && typeof wanted === "number";
  const texts = typeof actual === "string" && typeof wanted === "string";
  if (!numbers && !texts) return undefined;
  return operator === "greaterThan" ? actual > wanted : actual < wanted;
}
