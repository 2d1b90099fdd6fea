// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { draw } from "../testing";
import { LeaveGuard } from "./LeaveGuard";
import { leaving } from "./unsaved";

it("asks before a page or a tab of it is left, and not where only the view of it changes", async () => {
  const { router } = await draw(<LeaveGuard dirty />, {}, "/manage/plugins/crm?tab=configuration");
  const go = (to: string) => act(() => router.navigate(to));
  await go("?tab=configuration&sort=name");
  expect(screen.queryByRole("dialog")).toBeNull();

  await go("?tab=versions");
  expect(screen.getByText("Leave without saving?")).toBeTruthy();
  act(() => screen.getByRole("button", { name: "Stay here" }).click());
  expect(router.state.location.search).toContain("configuration");

  await go("/");
  act(() => screen.getByRole("button", { name: "Leave and discard" }).click());
  expect(router.state.location.pathname).toBe("/");
});

it("asks before the panel that it is in is closed", async () => {
  const { router } = await draw(<LeaveGuard dirty panel="user" />, {}, "/manage/people?user=1");
  const go = (to: string) => act(() => router.navigate(to));
  await go("?user=1&q=ada");
  expect(screen.queryByRole("dialog")).toBeNull();
  await go("?q=ada");
  act(() => screen.getByRole("button", { name: "Leave and discard" }).click());
  expect(router.state.location.search).toBe("?q=ada");
});

it("asks before another workspace empties the page, and only while something is not saved", async () => {
  const choose = vi.fn();
  const { unmount } = await draw(<LeaveGuard dirty />, {});
  act(() => leaving(choose));
  act(() => screen.getByRole("button", { name: "Stay here" }).click());
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(choose).not.toHaveBeenCalled();

  act(() => leaving(choose));
  act(() => screen.getByRole("button", { name: "Leave and discard" }).click());
  expect(choose).toHaveBeenCalledOnce();

  unmount();
  await draw(<LeaveGuard dirty={false} />, {});
  leaving(choose);
  expect(choose).toHaveBeenCalledTimes(2);
});
