import type { T } from "../../../i18n/useT";
import { isOther, joinOf, partsOf } from "./conditions";
import type { Comparison, Condition, Operand, Scalar } from "./conditions";
import { ownerOf } from "./keys";
import type { PermissionView, PolicyView } from "./views";

/** What sentences are made of: words, the language's rules, and what things are called. */
export interface Speech {
  t: T;
  language: string;
  permissions: readonly PermissionView[];
  permission(one: PermissionView): string;
  source(id: string): string;
}

/** What values are written with. */
type Writing = Pick<Speech, "t" | "language">;

/** A name of the platform's at the inside of a sentence. */
export function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `resource.ownerId` is "its owner"; what the platform itself tells of has words of its own. */
export function subject({ t }: Pick<Speech, "t">, attribute: string): string {
  const [root, ...path] = attribute.split(".");
  if (root === "resource") return t("attribute.its", { name: plain(path.join(" ")) });
  return t(`attribute.${attribute}`, { defaultValue: plain(path.join(" ")) });
}

/** `ownerId` and `owner-id` are "owner": whose id it is, people say. */
export function plain(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase()
    .replace(/(?<=.) id$/, "");
}

export function scalar({ t, language }: Writing, value: unknown): string {
  if (typeof value === "number") return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value);
  if (typeof value === "boolean") return t(value ? "value.true" : "value.false");
  if (Array.isArray(value))
    return listed(
      language,
      value.map((one) => scalar({ t, language }, one)),
      "unit",
    );
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function operand(speech: Writing, value: Operand): string {
  if (isOther(value)) return subject(speech, value.attribute);
  if (!Array.isArray(value)) return scalar(speech, value);
  const values = value.map((one: Scalar) => scalar(speech, one));
  return listed(speech.language, values, "disjunction");
}

/** "its amount is more than 10,000" */
export function comparisonWords(speech: Speech, { attribute, operator, value }: Comparison): string {
  const about = subject(speech, attribute);
  if (operator === "exists") return speech.t(value === false ? "is.missing" : "is.exists", { subject: about });
  return speech.t(`is.${operator}`, { subject: about, value: operand(speech, value) });
}

export function conditionWords(speech: Speech, condition: Condition, inner = false): string {
  const join = joinOf(condition);
  if (!join) return comparisonWords(speech, condition as Comparison);
  const parts = partsOf(condition);
  if (join === "not") return speech.t("join.not", { what: conditionWords(speech, parts[0]!, true) });
  const words = parts.map((part) => conditionWords(speech, part, parts.length > 1));
  const text = listed(speech.language, words, join === "all" ? "conjunction" : "disjunction");
  return inner && parts.length > 1 ? `(${text})` : text;
}

/** What a key or a pattern stands for, in the middle of a sentence. */
export function whatWords(speech: Speech, pattern: string): string {
  const { t, permissions } = speech;
  const known = permissions.find((one) => one.key === pattern);
  if (known) return t("what.one", { name: lowered(speech.permission(known)), source: speech.source(known.source) });
  if (pattern === "*") return t("what.all");
  const [owner = "", thing = "*", verb = "*"] = pattern.split(":");
  const source = owner === "*" ? t("what.everywhere") : speech.source(owner);
  if (thing === "*" && verb === "*") return t("what.source", { source });
  if (verb === "*") return t("what.thing", { source, thing: plain(thing) });
  if (thing === "*") return t("what.verb", { source, verb: plain(verb) });
  return t("what.key", { source: speech.source(ownerOf(pattern)), key: pattern });
}

/** The whole policy: "Refuses “delete contacts” in CRM when its owner is not the person who asks." */
export function policySentence(
  speech: Speech,
  policy: Pick<PolicyView, "effect" | "permission" | "conditions">,
): string {
  return speech.t(`policy.${policy.effect}`, {
    what: whatWords(speech, policy.permission),
    when: conditionWords(speech, policy.conditions),
  });
}

function listed(language: string, words: string[], type: "conjunction" | "disjunction" | "unit"): string {
  return new Intl.ListFormat(language, { type }).format(words);
}
