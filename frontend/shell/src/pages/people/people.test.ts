import { Problem } from "@plexica/api-client";
import { expect, test } from "vitest";
import { conflictOf, detailOf, errorAt, isTold } from "../../common/errors";
import { changed, pageOf, readValues, sortOf, sortText } from "../../common/listState";
import { isOn, withFeature } from "./model/features";
import { isLastAdmin, nameOf, withRole } from "./model/person";
import { slugOf } from "./model/slug";

test("the last active admin is known, whatever others are", () => {
  expect(isLastAdmin({ roles: ["admin"], status: "ACTIVE" }, 1)).toBe(true);
  expect(isLastAdmin({ roles: ["admin"], status: "ACTIVE" }, 2)).toBe(false);
  expect(isLastAdmin({ roles: ["admin"], status: "SUSPENDED" }, 1)).toBe(false);
  expect(isLastAdmin({ roles: ["member"], status: "ACTIVE" }, 1)).toBe(false);
});

test("people are called by name, else by address", () => {
  expect(nameOf({ firstName: "Marta", lastName: "Rossi", email: "m@acme.example" })).toBe("Marta Rossi");
  expect(nameOf({ firstName: null, lastName: null, email: "m@acme.example" })).toBe("m@acme.example");
});

test("roles are given once and taken away", () => {
  expect(withRole(["member"], "member", true)).toEqual(["member"]);
  expect(withRole(["member", "viewer"], "member", false)).toEqual(["viewer"]);
});

test.each([
  ["Head Office (Milan)", "head-office-milan"],
  ["Città di Forlì", "citta-di-forli"],
  ["42 is no beginning", "is-no-beginning"],
  ["x".repeat(40), "x".repeat(30)],
])("the slug of %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test("what a workspace chose of a feature counts before what the plugin says", () => {
  const none = { enabledFeatures: [], disabledFeatures: [] };
  const off = withFeature(none, "deals", false);
  expect(isOn(none, { key: "deals", default: true })).toBe(true);
  expect(isOn(off, { key: "deals", default: true })).toBe(false);
  expect(withFeature(off, "deals", true)).toEqual({ enabledFeatures: ["deals"], disabledFeatures: [] });
});

test("a list is in the address, without what is usual, and begins anew with another question", () => {
  const usual = { q: "", sort: "lastName", page: "0" };
  const before = new URLSearchParams("q=ma&page=3&user=7");
  expect(readValues(before, usual)).toEqual({ q: "ma", sort: "lastName", page: "3" });
  expect(changed(before, usual, { q: "rossi" }).toString()).toBe("q=rossi&user=7");
  expect(changed(before, usual, { page: "4" }).toString()).toBe("q=ma&page=4&user=7");
  expect(changed(before, usual, { q: "" }).toString()).toBe("user=7");
  expect(sortText(sortOf("-lastSeenAt"))).toBe("-lastSeenAt");
  expect([pageOf("2"), pageOf("-1"), pageOf("x"), pageOf(undefined)]).toEqual([2, 0, 0, 0]);
});

test("what was refused is said where it belongs", () => {
  const wrong = new Problem(400, { errors: [{ pointer: "/roles/0", message: "is no role" }] });
  expect(errorAt(wrong, "/roles")).toBe("Is no role.");
  expect(errorAt(wrong, "/email")).toBeUndefined();
  expect(isTold(wrong, ["/roles"])).toBe(true);
  expect(isTold(wrong, ["/email"])).toBe(false);
  const last = new Problem(409, { code: "conflict", detail: "last-admin: make somebody else an admin first" });
  expect(conflictOf(last)).toBe("last-admin");
  expect(detailOf(last)).toBe("Make somebody else an admin first.");
});
