import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { feelPulse } from "./pulse";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a frame that answers lives for ever", () => {
  const onSilent = vi.fn();
  const pulse = feelPulse(() => pulse.heard(), onSilent);
  vi.advanceTimersByTime(120_000);
  expect(pulse.silent()).toBe(false);
  expect(onSilent).not.toHaveBeenCalled();
  pulse.stop();
});

test("a frame that does not answer for ten seconds is silent, once", () => {
  const onSilent = vi.fn();
  const ask = vi.fn();
  const pulse = feelPulse(ask, onSilent);
  vi.advanceTimersByTime(3_000);
  pulse.heard();
  vi.advanceTimersByTime(9_000);
  expect(pulse.silent()).toBe(true);
  expect(onSilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onSilent).toHaveBeenCalledOnce();
  expect(ask).toHaveBeenCalledTimes(6);
});

test("nobody asks after a frame that is gone", () => {
  const onSilent = vi.fn();
  feelPulse(() => {}, onSilent).stop();
  vi.advanceTimersByTime(60_000);
  expect(onSilent).not.toHaveBeenCalled();
});
