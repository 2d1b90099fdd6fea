// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { draw } from "../testing";
import { LeaveGuard } from "./LeaveGuard";

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
