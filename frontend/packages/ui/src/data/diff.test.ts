import { describe, expect, it } from "vitest";
import { differences } from "./diff";

describe("the differences of two values", () => {
  it("are told leaf by leaf", () => {
    const before = { name: "Sales", roles: ["member"], limits: { calls: 100 }, same: true };
    const after = { name: "Sales Italy", roles: ["member", "viewer"], limits: {}, same: true, note: "" };
    expect(differences(before, after)).toEqual([
      { path: "name", kind: "changed", before: "Sales", after: "Sales Italy" },
      { path: "roles.1", kind: "added", after: "viewer" },
      { path: "limits.calls", kind: "removed", before: 100 },
      { path: "note", kind: "added", after: "" },
    ]);
  });

  it("see a group that came and one that became a value", () => {
    expect(differences({}, { a: { b: 1 } })).toEqual([{ path: "a.b", kind: "added", after: 1 }]);
    expect(differences({ a: { b: 1 } }, { a: null })).toEqual([
      { path: "a", kind: "changed", before: { b: 1 }, after: null },
    ]);
    expect(differences({ a: [] }, { a: [] })).toEqual([]);
  });
});
