import { expect, test } from "vitest";
import { csvOf } from "./csv";
import { actorOf, momentOf, thingOf } from "./entry";
import type { AuditEntry } from "./entry";

const ENTRY: AuditEntry = {
  id: "1",
  at: "2026-03-02T10:00:00Z",
  actor: { email: "giulia@acme.example", superAdmin: false },
  action: "core.role.updated",
  resourceType: "role",
  resourceId: "a1a4f85e-3865-41e6-a2c7-1f2fe61691f2",
  outcome: "SUCCESS",
};

test("a table cannot be broken, nor made to calculate", () => {
  const [head, row] = csvOf([{ ...ENTRY, reason: '=cmd("x"),y', after: { name: "A, B" } }]).split("\r\n");
  expect(head).toMatch(/^at,actor,actorId,action,/);
  expect(row).toContain(`,"'=cmd(""x""),y",`);
  expect(row).toContain(`"{""name"":""A, B""}"`);
});

test("things are called by their names as far as those are known", () => {
  const nobody = () => undefined;
  expect(thingOf({ ...ENTRY, after: { name: "Sales lead" } }, nobody)).toBe("Sales lead");
  expect(thingOf({ ...ENTRY, before: { name: "Old" } }, () => "Known")).toBe("Known");
  expect(thingOf(ENTRY, nobody)).toBe("role a1a4f85e");
  expect(thingOf({ ...ENTRY, resourceId: "crm" }, nobody)).toBe("crm");
  expect(actorOf({ ...ENTRY, actor: { email: "system", superAdmin: true } })).toBeUndefined();
});

test("a day ends where the next begins", () => {
  const from = momentOf("2026-03-02");
  const to = momentOf("2026-03-01", 1);
  expect(from).toBe(to);
  expect(momentOf("soon")).toBeUndefined();
});
