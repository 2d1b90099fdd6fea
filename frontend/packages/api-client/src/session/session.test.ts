// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { mayTryAgain, noteAttempt, noteSuccess } from "./attempts";
import { renewalDelay } from "./tokens";

beforeEach(() => sessionStorage.clear());

test("tokens are renewed a minute before they end, and not in the first half of their life", () => {
  expect(renewalDelay(300_000, 0)).toBe(240_000);
  expect(renewalDelay(60_000, 0)).toBe(30_000);
  expect(renewalDelay(0, 10)).toBe(0);
});

test("nobody is sent in circles for ever", () => {
  for (let at = 0; at < 4; at++) {
    expect(mayTryAgain(at)).toBe(true);
    noteAttempt(at);
  }
  expect(mayTryAgain(5)).toBe(false);
  expect(mayTryAgain(60_000)).toBe(true);
  noteSuccess();
  expect(mayTryAgain(5)).toBe(true);
});
