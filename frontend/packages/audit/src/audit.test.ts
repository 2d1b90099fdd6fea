import { expect, test } from "vitest";
import english from "../locales/en/deeds.json";
import italian from "../locales/it/deeds.json";
import { csvOf } from "./csv";
import { actorOf, isChange, isFailedSignIn, isNameless, momentOf, thingOf } from "./entry";
import type { AuditEntry } from "./entry";
import { deedOf, plainSentence } from "./words";
import type { Say } from "./words";

const ID = "a1a4f85e-3865-41e6-a2c7-1f2fe61691f2";

const ENTRY: AuditEntry = {
  id: "1",
  at: "2026-03-02T10:00:00Z",
  actor: { email: "giulia@acme.example", superAdmin: false },
  action: "core.role.updated",
  resourceType: "role",
  resourceId: ID,
  outcome: "SUCCESS",
};

const FAILED_SIGN_IN: AuditEntry = {
  ...ENTRY,
  actor: { email: "system", superAdmin: false },
  action: "core.auth.login",
  resourceType: "user",
  resourceId: "eve@acme.example",
  outcome: "FAILURE",
};

const say: Say = (key, values = {}) => {
  const found = key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], english);
  const text = typeof found === "string" ? found : String(values.defaultValue ?? key);
  return text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
};

test("a table cannot be broken, nor made to calculate", () => {
  const [head, row] = csvOf([{ ...ENTRY, reason: '=cmd("x"),y', after: { name: "A, B" } }]).split("\r\n");
  expect(head).toMatch(/^at,tenant,actor,actorId,action,/);
  expect(row).toContain(`,"'=cmd(""x""),y",`);
  expect(row).toContain(`"{""name"":""A, B""}"`);
});

test("things are called by what is known of them, else by what the row holds, else by the beginning of their id", () => {
  expect(thingOf(ENTRY)).toBe("role a1a4f85e");
  expect(thingOf({ ...ENTRY, after: { name: "Sales lead" } })).toBe("Sales lead");
  expect(thingOf({ ...ENTRY, after: { firstName: "Ada", lastName: "", email: "ada@acme.example" } })).toBe("Ada");
  expect(thingOf({ ...ENTRY, before: { name: "Old" } }, () => "Known")).toBe("Known");
  expect(thingOf({ ...ENTRY, resourceId: "crm" })).toBe("crm");
});

test("a name is asked for only where nothing but an id is known", () => {
  expect(isNameless(ENTRY)).toBe(true);
  expect(isNameless({ ...ENTRY, after: { title: "A" } })).toBe(false);
  expect(isNameless({ ...ENTRY, resourceId: "crm" })).toBe(false);
});

test("nothing has changed where before and after are null as where both are left out", () => {
  expect(isChange(ENTRY)).toBe(false);
  expect(isChange({ ...ENTRY, before: null, after: null })).toBe(false);
  expect(isChange({ ...ENTRY, before: null, after: { name: "New" } })).toBe(true);
  expect(isChange({ ...ENTRY, before: { name: "Old" }, after: null })).toBe(true);
  expect(isChange({ ...ENTRY, before: false })).toBe(true);
});

test("nobody is taken for somebody who did not get in", () => {
  expect(isFailedSignIn(FAILED_SIGN_IN)).toBe(true);
  expect(isFailedSignIn({ ...ENTRY, outcome: "FAILURE" })).toBe(false);
  expect(actorOf(FAILED_SIGN_IN)).toBeUndefined();
  expect(deedOf(FAILED_SIGN_IN, say).who).toBe("Not signed in");
  expect(plainSentence(FAILED_SIGN_IN, say)).toBe("Sign-in as eve@acme.example failed");
});

test("what failed is never told as if it had been done", () => {
  const told = (own: Partial<AuditEntry>) => deedOf({ ...ENTRY, ...own }, say).done;
  expect(told({})).toBe("changed");
  expect(told({ outcome: "FAILURE" })).toBe("could not change");
  expect(told({ action: "crm.contact.created" })).toBe("created");
  expect(told({ action: "crm.contact.created", outcome: "FAILURE" })).toBe("could not do crm.contact.created to");
  expect(told({ action: "core.call.refused", outcome: "FAILURE" })).toBe("was not allowed to call");
});

test("people are called by their names where those are known", () => {
  const known = (type: string, id: string) => (type === "user" && id === "giulia@acme.example" ? "Giulia" : undefined);
  expect(plainSentence({ ...ENTRY, after: { name: "Sales" } }, say, known)).toBe("Giulia changed Sales");
});

test("whatever can be done can fail, in both languages", () => {
  const keys = (words: object, before = ""): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "object" ? keys(value as object, `${before}${key}.`) : [before + key],
    );
  expect(keys(english.could)).toEqual(keys(english.done));
  expect(keys(italian)).toEqual(keys(english));
});

test("a day ends where the next begins", () => {
  expect(momentOf("2026-03-02")).toBe(momentOf("2026-03-01", 1));
  expect(momentOf("soon")).toBeUndefined();
  expect(momentOf(undefined)).toBeUndefined();
});
