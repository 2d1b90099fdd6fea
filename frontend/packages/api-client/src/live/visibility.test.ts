// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { seen, whenHidden } from "./visibility";

function turn(state: "visible" | "hidden"): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a tab that nobody sees gives up its stream after a while, and one that is seen again in time keeps it", () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const end = whenHidden(act);

  turn("hidden");
  vi.advanceTimersByTime(9_000);
  turn("visible");
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();

  turn("hidden");
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledOnce();
  end();
});

test("a hidden tab waits until it is seen, or no longer wanted", async () => {
  turn("hidden");
  const wanted = new AbortController();
  const first = seen(new AbortController().signal);
  const second = seen(wanted.signal);

  wanted.abort();
  await second;
  turn("visible");
  await first;
});
