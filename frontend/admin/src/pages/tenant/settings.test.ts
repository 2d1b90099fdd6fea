import { expect, it } from "vitest";
import { patchOf, rebased } from "./settings";

it("leaves alone what somebody else has saved meanwhile and nobody has touched here", () => {
  const base = { name: "Acme", language: "en", timezone: "", contactEmail: "", website: "" };
  const now = { ...base, website: "https://acme.example", language: "it" };
  const mine = rebased(base, { ...base, name: "Acme Ltd", language: "" }, now);
  expect(mine).toEqual({ ...now, name: "Acme Ltd", language: "" });
  expect(patchOf(now, mine)).toEqual({ name: "Acme Ltd", settings: { general: { language: null } } });
});
