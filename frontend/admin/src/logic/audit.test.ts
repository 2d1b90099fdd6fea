import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../api/types";
import { actorOf, isFailedSignIn, isNameless, resourceOf } from "./actor";

const ID = "0192c3a4-0000-7000-8000-000000000001";

function entry(own: Partial<AuditEntry>): AuditEntry {
  const rest = { id: "1", at: "", action: "core.role.updated", resourceType: "role", resourceId: ID };
  return { ...rest, outcome: "SUCCESS", ...own };
}

describe("a row of the audit log", () => {
  it("calls things by what is known of them, else by what it holds, else by the beginning of their id", () => {
    expect(resourceOf(entry({}))).toBe("role 0192c3a4");
    expect(resourceOf(entry({ before: { name: "Sales" } }))).toBe("Sales");
    expect(resourceOf(entry({ after: { firstName: "Ada", lastName: "", email: "ada@acme.example" } }))).toBe("Ada");
    expect(resourceOf(entry({ after: { name: "New" } }), () => "Known")).toBe("Known");
    expect(resourceOf(entry({ resourceType: "plugin", resourceId: "crm" }))).toBe("crm");
  });

  it("is asked about only where nothing but an id is known", () => {
    expect(isNameless(entry({}))).toBe(true);
    expect(isNameless(entry({ after: { title: "A" } }))).toBe(false);
    expect(isNameless(entry({ resourceId: "crm" }))).toBe(false);
  });

  it("takes nobody for somebody who did not get in", () => {
    const failed = entry({ action: "core.auth.login", outcome: "FAILURE", resourceId: "eve@acme.example" });
    expect(isFailedSignIn(failed)).toBe(true);
    expect(actorOf(failed)).toBeNull();
    expect(isFailedSignIn(entry({ outcome: "FAILURE" }))).toBe(false);
  });
});
