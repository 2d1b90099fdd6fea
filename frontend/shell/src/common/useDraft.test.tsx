// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useDraft } from "./useDraft";

const begin = () =>
  renderHook(({ read, etag }) => useDraft(read, etag), { initialProps: { read: { name: "A", text: "x" }, etag: "1" } });

it("shows what others save as long as nothing is typed", () => {
  const { result, rerender } = begin();
  rerender({ read: { name: "B", text: "x" }, etag: "2" });
  expect(result.current).toMatchObject({ value: { name: "B" }, etag: "2", dirty: false });
});

it("keeps what was typed, and the version that it began with, so that saving it is a conflict", () => {
  const { result, rerender } = begin();
  act(() => result.current.set({ name: "Mine", text: "x" }));
  rerender({ read: { name: "A", text: "theirs" }, etag: "2" });
  expect(result.current).toMatchObject({ value: { name: "Mine", text: "x" }, etag: "1", dirty: true });
  act(() => result.current.drop());
  expect(result.current).toMatchObject({ value: { name: "A", text: "theirs" }, etag: "2", dirty: false });
});

it("goes by the newest version where that has changed nothing of it", () => {
  const { result, rerender } = begin();
  act(() => result.current.set({ name: "Mine", text: "x" }));
  rerender({ read: { name: "A", text: "x" }, etag: "2" });
  expect(result.current).toMatchObject({ value: { name: "Mine" }, etag: "2", dirty: true });
});

it("shows what the platform has made of what was saved", () => {
  const { result, rerender } = begin();
  act(() => result.current.set({ name: " Mine ", text: "x" }));
  rerender({ read: { name: "Mine", text: "x" }, etag: "2" });
  act(() => result.current.keep());
  expect(result.current).toMatchObject({ value: { name: "Mine" }, etag: "2", dirty: false });
});
