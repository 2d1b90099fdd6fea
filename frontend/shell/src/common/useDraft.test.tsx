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
  act(() => result.current.keep({ name: "Mine", text: "x" }, "2"));
  expect(result.current).toMatchObject({ value: { name: "Mine" }, etag: "2", dirty: false });
});

it("keeps what was saved also where it cannot be read again, and takes what is read later", () => {
  const { result, rerender } = begin();
  act(() => result.current.set({ name: " Mine ", text: "x" }));
  act(() => result.current.keep({ name: "Mine", text: "x" }, "2"));
  rerender({ read: { name: "A", text: "x" }, etag: "1" });
  expect(result.current).toMatchObject({ value: { name: "Mine" }, etag: "2", dirty: false });
  rerender({ read: { name: "Theirs", text: "x" }, etag: "3" });
  expect(result.current).toMatchObject({ value: { name: "Theirs" }, etag: "3", dirty: false });
});

it("keeps what was typed while it was saved, on top of the version that came of it", () => {
  const { result } = begin();
  act(() => result.current.set({ name: " Mine ", text: "x" }));
  const { keep } = result.current;
  act(() => result.current.set({ name: " Mine too", text: "x" }));
  act(() => keep({ name: "Mine", text: "x" }, "2"));
  expect(result.current).toMatchObject({
    value: { name: " Mine too" },
    base: { name: "Mine" },
    etag: "2",
    dirty: true,
  });
});

it("does not take another order of the same for a change", () => {
  const { result, rerender } = begin();
  act(() => result.current.set({ name: "Mine", text: "x" }));
  rerender({ read: { text: "x", name: "A" }, etag: "2" });
  expect(result.current).toMatchObject({ value: { name: "Mine" }, etag: "2", dirty: true });
});
