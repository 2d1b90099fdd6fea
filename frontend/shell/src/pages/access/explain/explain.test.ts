import type { Installation } from "@plexica/api-client";
import { expect, test } from "vitest";
import type { CheckView } from "../model/views";
import { gatesOf } from "./gates";
import { addressOf, readQuestion, typed } from "./question";

const CHECK: CheckView = {
  allowed: true,
  reason: "role",
  role: "member",
  policy: null,
  condition: null,
  grants: [{ role: "member", via: "user", team: null, key: "crm:*" }],
  remedies: [],
  explanation: "",
};
const HERE = { enabled: true, status: "INSTALLED" } as Installation;

const closed = (...asked: Parameters<typeof gatesOf>): string[] =>
  gatesOf(...asked).flatMap(({ id, open }) => (open ? [] : [id]));

test("a yes needs every gate, in the platform's order", () => {
  expect(closed(CHECK, "ACTIVE", HERE, true)).toEqual([]);
  expect(closed(CHECK, "ACTIVE", undefined, undefined)).toEqual([]);
  expect(closed(CHECK, "SUSPENDED", { ...HERE, enabled: false }, false)).toEqual(["person", "plugin", "plugin-here"]);
  expect(closed({ ...CHECK, allowed: false, grants: [] }, "ACTIVE", HERE, true)).toEqual(["role"]);
  expect(closed({ ...CHECK, allowed: false, reason: "workspace-role" }, "ACTIVE", HERE, true)).toEqual([
    "workspace-role",
  ]);
  expect(closed({ ...CHECK, allowed: false, reason: "policy" }, "ACTIVE", HERE, true)).toEqual(["policy"]);
});

test("a question survives the address", () => {
  const question = { user: "u", permission: "crm:deals:write", resource: { amount: 5 }, workspace: "w" };
  const address = new URL(addressOf(question), "http://acme.example");
  expect(readQuestion(address.searchParams)).toEqual(question);
  expect(readQuestion(new URLSearchParams("resource=[1]")).resource).toBeUndefined();
  expect(readQuestion(new URLSearchParams("resource={")).resource).toBeUndefined();
});

test("what is typed becomes what policies compare with", () => {
  expect(typed("20", 10)).toBe(20);
  expect(typed("20", "10")).toBe("20");
  expect(typed("true", false)).toBe(true);
  expect(typed("", 1)).toBeUndefined();
});
