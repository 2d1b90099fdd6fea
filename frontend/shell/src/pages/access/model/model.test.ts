import { expect, test } from "vitest";
import english from "../locales/en.json";
import { translate } from "../../../i18n/translate";
import { holds } from "./conditions";
import type { Condition } from "./conditions";
import { overlap } from "./keys";
import { change, grantOf, grouped, inOrder, strangers, toggled } from "./matrix";
import { policySentence } from "./sentence";
import type { Speech } from "./sentence";
import { bodyOf, conditionOf, depthOf, draftOf, isWhole } from "../policies/draft";
import type { Group, Leaf } from "../policies/draft";
import type { PermissionView, PolicyView, RoleView } from "./views";

const permission = (key: string, name: string): PermissionView => ({
  key,
  name,
  description: null,
  source: key.split(":")[0] ?? "",
  irreversible: false,
});
const PERMISSIONS = [
  permission("core:users:read", "See people"),
  permission("crm:contacts:delete", "Delete contacts"),
  permission("crm:deals:read", "Read deals"),
];
const SPEECH: Speech = {
  t: (key, values) => translate([{ language: "en", words: english }], key, values),
  language: "en",
  permissions: PERMISSIONS,
  permission: ({ name }) => name,
  source: (id) => (id === "crm" ? "CRM" : "Plexica itself"),
};
const sentence = (effect: "ALLOW" | "DENY", key: string, conditions: Condition): string =>
  policySentence(SPEECH, { effect, permission: key, conditions });

test("a policy is a sentence", () => {
  const notOwner: Condition = {
    attribute: "resource.ownerId",
    operator: "notEquals",
    value: { attribute: "user.id" },
  };
  expect(sentence("DENY", "crm:contacts:delete", notOwner)).toBe(
    "Refuses “delete contacts” in CRM when its owner is not the person who asks.",
  );
  const big: Condition = { attribute: "resource.amount", operator: "greaterThan", value: 10_000 };
  const stages: Condition = { attribute: "resource.stage", operator: "in", value: ["NEW", "WON"] };
  const mail: Condition = { attribute: "user.email", operator: "exists", value: false };
  expect(sentence("ALLOW", "crm:deals:*", { all: [big, { any: [stages, { not: mail }] }] })).toBe(
    "Allows everything with deals in CRM only when its amount is more than 10,000 and" +
      " (its stage is NEW or WON or it is not so that the person’s address is not known).",
  );
  expect(sentence("DENY", "crm:*", { ...big, value: 0.0004 })).toContain("more than 0.0004");
  expect(sentence("DENY", "crm:*", big)).toMatch(/^Refuses everything in CRM when/);
});

test("comparisons hold, do not, or cannot be told", () => {
  const facts = { user: { id: "1", roles: ["member"] }, resource: { ownerId: "1", amount: 5 } };
  const own = { attribute: "resource.ownerId", operator: "equals", value: { attribute: "user.id" } } as const;
  expect(holds(own, facts)).toBe(true);
  expect(holds({ attribute: "resource.amount", operator: "greaterThan", value: 10 }, facts)).toBe(false);
  expect(holds({ attribute: "resource.amount", operator: "greaterThan", value: "10" }, facts)).toBeUndefined();
  expect(holds({ attribute: "user.roles", operator: "contains", value: "admin" }, facts)).toBe(false);
  expect(holds({ attribute: "resource.stage", operator: "equals", value: "NEW" }, facts)).toBeUndefined();
  expect(holds({ attribute: "resource.stage", operator: "exists", value: false }, facts)).toBe(true);
});

test("the matrix tells keys from patterns, and what no plugin here has", () => {
  expect(grantOf(["crm:*"], "crm:deals:read")).toEqual({ by: "pattern", pattern: "crm:*" });
  expect(grantOf(["crm:*", "crm:deals:read"], "crm:deals:read")).toEqual({ by: "key" });
  expect(grantOf(["crm:*"], "crmx:deals:read")).toBeUndefined();
  expect(strangers(["crm:*", "*", "billing:*", "crm:deals:read"], PERMISSIONS)).toEqual(["billing:*"]);
  expect(grouped(PERMISSIONS, (source) => source).map(({ source }) => source)).toEqual(["crm", "core"]);
});

test("a change says who gains what before it is made", () => {
  const { gained, lost } = change(["crm:deals:read"], ["crm:contacts:*"], PERMISSIONS);
  expect(gained.map(({ key }) => key)).toEqual(["crm:contacts:delete"]);
  expect(lost.map(({ key }) => key)).toEqual(["crm:deals:read"]);
  expect(toggled(["b"], "a", true)).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a", false)).toEqual(["b"]);
});

test("roles that every tenant has stand first", () => {
  const role = (name: string, system: boolean) => ({ name, system }) as RoleView;
  const roles = [role("Auditors", false), role("viewer", true), role("admin", true)];
  expect(inOrder(roles).map(({ name }) => name)).toEqual(["admin", "viewer", "Auditors"]);
});

test("patterns overlap where one key can be under both", () => {
  expect(overlap("crm:*", "crm:deals:read")).toBe(true);
  expect(overlap("crm:*:read", "crm:deals:*")).toBe(true);
  expect(overlap("crm:deals:write", "crm:*:read")).toBe(false);
});

const draftWith = (condition: Condition) =>
  draftOf({
    name: "P",
    description: null,
    permission: "crm:*",
    effect: "DENY",
    priority: 0,
    conditions: condition,
  } as PolicyView);

test.each([
  [["Rossi, Marta", "Luca", "", " x ", 'say "so"']],
  [[1, "2", 2.5, "more"]],
  [[1.234, 0.125, -12.345, 1e21, 1e-7, "3,4"]],
  [[true, "true"]],
  [["10", "20"]],
])("%j is kept by whoever changes something else of the policy", (value) => {
  const condition: Condition = { attribute: "resource.x", operator: "in", value };
  const draft = draftWith(condition);
  expect(bodyOf(draft).conditions).toEqual({ all: [condition] });
  expect(isWhole(draft.conditions)).toBe(true);
});

test("what should be a number and is none is not saved as a text, which nothing is more than", () => {
  const { conditions } = draftWith({ attribute: "resource.amount", operator: "greaterThan", value: 10 });
  const typed = (text: string) => ({ ...conditions, parts: [{ ...(conditions as Group).parts[0], text }] }) as Group;
  expect(isWhole(typed("10.000,50"))).toBe(false);
  expect(isWhole(typed("ten"))).toBe(false);
  expect(isWhole(typed("0x10"))).toBe(false);
  expect(conditionOf(typed("10,5"))).toEqual({
    all: [{ attribute: "resource.amount", operator: "greaterThan", value: 10.5 }],
  });
});

test.each(["1,000", "10.000", "-1,000", "1.000.000", " 999,999 "])(
  "%j is a thousand for some and one for others, so it is no number",
  (text) => {
    const { conditions } = draftWith({ attribute: "resource.amount", operator: "lessThan", value: 1.234 });
    const [leaf] = (conditions as Group).parts as [Leaf];
    expect(isWhole(leaf)).toBe(true);
    expect(conditionOf(leaf)).toMatchObject({ value: 1.234 });
    expect(isWhole({ ...leaf, text })).toBe(false);
    expect(isWhole({ ...leaf, operator: "in", text: `2, ${text}` })).toBe(false);
  },
);

test("several numbers are parted by more than a comma, which may belong to one of them", () => {
  const { conditions } = draftWith({ attribute: "resource.amount", operator: "in", value: [1] });
  const typed = (text: string) => ({ ...(conditions as Group).parts[0], text }) as Leaf;
  expect(isWhole(typed("1,5"))).toBe(false);
  expect(isWhole(typed(",5"))).toBe(false);
  expect(conditionOf(typed("1, 5, 0.125"))).toMatchObject({ value: [1, 5, 0.125] });
  expect(isWhole(typed("1, 5, 0.125"))).toBe(true);
});

test("what is edited is what is sent", () => {
  const conditions: Condition = {
    any: [
      { attribute: "resource.amount", operator: "in", value: [1, 2.5] },
      { all: [{ not: { attribute: "user.email", operator: "exists", value: false } }] },
      { attribute: "resource.ownerId", operator: "equals", value: { attribute: "user.id" } },
    ],
  };
  const policy = {
    name: "P",
    description: null,
    permission: "crm:*",
    effect: "DENY",
    priority: 3,
    conditions,
  } as const;
  const draft = draftOf(policy as unknown as PolicyView);
  expect(bodyOf(draft)).toEqual(policy);
  expect(depthOf(draft.conditions)).toBe(3);
  expect(isWhole(draft.conditions)).toBe(true);
});
