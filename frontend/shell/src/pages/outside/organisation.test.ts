import { expect, test } from "vitest";
import { organisationOf } from "./organisation";

const HOST = "example.com";

test("an organisation is named by its word, or by an address of its console", () => {
  for (const typed of [
    "acme",
    "  Acme ",
    "acme.example.com:8181",
    "acme.example.com",
    "http://acme.example.com:8181/crm/contacts?q=1",
    "http://example.com:8181/t/acme/manage/plugins",
    "example.com:8181/t/acme",
    "/t/acme/",
    "t/acme",
  ]) {
    expect(organisationOf(typed, HOST), typed).toBe("acme");
  }
});

test("what names none leads nowhere", () => {
  for (const typed of ["", "a", "Acme Ltd", "acme-", "9lives", "a--b", "../admin", "http://evil.org", "//evil.org/x"]) {
    expect(organisationOf(typed, HOST), typed).toBeNull();
  }
});
