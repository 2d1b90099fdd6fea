import { expect, test } from "vitest";
import { inMonth } from "./months";

test("a month begins where the user is", () => {
  const now = new Date("2026-01-15T12:00:00Z");
  expect(inMonth("2025-12-31T23:30:00Z", "Europe/Rome", 0, now)).toBe(true);
  expect(inMonth("2025-12-31T23:30:00Z", "UTC", 0, now)).toBe(false);
  expect(inMonth("2025-12-31T23:30:00Z", "UTC", -1, now)).toBe(true);
});
