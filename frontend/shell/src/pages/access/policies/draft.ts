import type { Resource } from "../form/resource";
import { joinOf, partsOf } from "../model/conditions";
import type { Comparison, Condition, Join, Operand, Operator, Scalar } from "../model/conditions";
import type { PolicyView } from "../model/views";

/** A condition while it is edited: each part has an id of its own, and a value is what was typed. */
export type Node = Group | Leaf;

export interface Group {
  id: number;
  join: Join;
  parts: Node[];
}

export interface Leaf {
  id: number;
  attribute: string;
  operator: Operator;
  /** Another attribute, or what was typed; several are separated by commas, and stand in quotes where they are read wrongly else. */
  other: boolean;
  text: string;
  kind: Kind;
}

export type Kind = "text" | "number" | "boolean";

export interface PolicyDraft {
  name: string;
  description: string;
  permission: string;
  effect: "ALLOW" | "DENY";
  priority: number;
  conditions: Node;
}

let last = 0;
export const nextId = (): number => ++last;

export function leaf(): Leaf {
  return { id: nextId(), attribute: "", operator: "equals", other: false, text: "", kind: "text" };
}

export function newDraft(): PolicyDraft {
  const conditions: Group = { id: nextId(), join: "all", parts: [leaf()] };
  return { name: "", description: "", permission: "", effect: "DENY", priority: 0, conditions };
}

export function draftOf(policy: PolicyView): PolicyDraft {
  const node = nodeOf(policy.conditions);
  return {
    name: policy.name,
    description: policy.description ?? "",
    permission: policy.permission,
    effect: policy.effect,
    priority: policy.priority,
    conditions: "join" in node ? node : { id: nextId(), join: "all", parts: [node] },
  };
}

function nodeOf(condition: Condition): Node {
  const join = joinOf(condition);
  if (join) return { id: nextId(), join, parts: partsOf(condition).map(nodeOf) };
  const { attribute, operator, value } = condition as Comparison;
  if (typeof value === "object" && !Array.isArray(value)) {
    return { id: nextId(), attribute, operator, other: true, text: value.attribute, kind: "text" };
  }
  const values = Array.isArray(value) ? value : [value];
  const kinds = values.map((one) => typeof one);
  const kind = kinds.includes("number") ? "number" : kinds.includes("boolean") ? "boolean" : "text";
  const text = Array.isArray(value) ? value.map((one) => quoted(one, kind)).join(", ") : plainly(value);
  return { id: nextId(), attribute, operator, other: false, text, kind };
}

export function conditionOf(node: Node): Condition {
  if (!("join" in node)) return { attribute: node.attribute, operator: node.operator, value: valueOf(node) };
  const parts = node.parts.map(conditionOf);
  if (node.join === "not") return { not: parts.length === 1 ? parts[0]! : { all: parts } };
  return node.join === "all" ? { all: parts } : { any: parts };
}

function valueOf({ other, text, operator, kind }: Leaf): Operand {
  if (operator === "exists") return text !== "false";
  if (other) return { attribute: text };
  return operator === "in" ? valuesOf(text, kind) : scalarOf(text, kind);
}

/** One of several, as it is typed. */
function quoted(value: Scalar, kind: Kind): string {
  const isPlain = typeof value !== "string" || (kind === "text" && /^[^\s",]([^",]*[^\s",])?$/.test(value));
  return isPlain ? plainly(value) : JSON.stringify(value);
}

/** Digits in groups of three, as in `1,000`: a thousand for some people and one for others. What begins with 0 is no thousand. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/;
const NUMBER = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** As it is typed: 1.234 as 1.2340, which nobody takes for a thousand. */
function plainly(value: Scalar): string {
  return typeof value === "number" && GROUPED.test(String(value)) ? `${value}0` : String(value);
}

function numberIn(text: string): number | undefined {
  const typed = text.trim();
  const number = NUMBER.test(typed) && !GROUPED.test(typed) ? Number(typed.replace(",", ".")) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function valuesOf(text: string, kind: Kind): Scalar[] {
  return partsIn(text).map((part) => (isQuoted(part) ? (JSON.parse(part) as string) : scalarOf(part, kind)));
}

const QUOTED = /"(\\.|[^"\\])*"/g;

/** What stands between the commas outside of quotes. */
function partsIn(text: string): string[] {
  return (text.match(/"(\\.|[^"\\])*"|[^,\s][^,]*/g) ?? []).map((part) => part.trim());
}

function isQuoted(part: string): boolean {
  try {
    return typeof JSON.parse(part) === "string";
  } catch {
    return false;
  }
}

function scalarOf(text: string, kind: Kind): Scalar {
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return kind === "number" ? (numberIn(text) ?? text) : text;
}

/** Whether a comma stands between two numbers of several, and not also a space: 1,5 may be one number as well. */
function isJoined(text: string): boolean {
  return /,\d/.test(text.replace(QUOTED, '""'));
}

function isOfNumbers({ other, operator, kind, text }: Leaf): boolean {
  return !other && kind === "number" && operator !== "exists" && text.trim() !== "";
}

/**
 * Whether a number was asked for and something else was typed, or what may be one number and another: as a text it would never be
 * more or less than a number.
 */
export function isNoNumber(leaf: Leaf): boolean {
  if (!isOfNumbers(leaf)) return false;
  const { operator, text } = leaf;
  return operator === "in"
    ? isJoined(text) || partsIn(text).some((part) => !isQuoted(part) && numberIn(part) === undefined)
    : numberIn(text) === undefined;
}

/** What a number, or several, were understood as; undefined where none is typed. */
export function understood(leaf: Leaf): Operand | undefined {
  return isOfNumbers(leaf) && !isNoNumber(leaf) ? valueOf(leaf) : undefined;
}

export function bodyOf(draft: PolicyDraft) {
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    permission: draft.permission.trim(),
    effect: draft.effect,
    priority: draft.priority,
    conditions: conditionOf(draft.conditions),
  };
}

export const POLICIES: Resource<PolicyView, PolicyDraft> = {
  path: "/policies",
  page: "/manage/access?tab=policies",
  method: "PUT",
  touches: [],
  draftOf,
  bodyOf,
  saved: "policyForm.saved",
  created: "policyForm.saved",
};

/** Whether the same would be saved of both: the ids of their parts are never the same. */
export function isSame(one: PolicyDraft, other: PolicyDraft): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

/** How deep joins are nested. */
export function depthOf(node: Node): number {
  return "join" in node ? 1 + Math.max(0, ...node.parts.map(depthOf)) : 0;
}

/** Whether all that a sentence needs is there. */
export function isWhole(node: Node): boolean {
  if ("join" in node) return node.parts.length > 0 && node.parts.every(isWhole);
  return node.attribute !== "" && (node.operator === "exists" || node.text.trim() !== "") && !isNoNumber(node);
}
