import { expect, test } from "vitest";
import { covers, may } from "./rights";

test.each([
  ["*", "crm:contacts:read", true],
  ["crm:*", "crm:contacts:read", true],
  ["crm:*", "crmx:contacts:read", false],
  ["crm:contacts:*", "crm:contacts:read", true],
  ["crm:contacts:*", "crm:deals:read", false],
  ["crm:*:read", "crm:deals:read", true],
  ["crm:*:read", "crm:deals:write", false],
  ["crm:contacts", "crm:contacts:read", false],
  ["crm:contacts:read", "crm:contacts:read", true],
])("%s covers %s: %s", (held, wanted, expected) => {
  expect(covers(held, wanted)).toBe(expected);
});

test("who may only read in a workspace changes nothing there, whatever their roles grant", () => {
  expect(may(["*"], "crm:contacts:write", "VIEWER")).toBe(false);
  expect(may(["*"], "crm:contacts:export", "VIEWER")).toBe(true);
  expect(may(["*"], "crm:contacts:write", "MEMBER")).toBe(true);
});
