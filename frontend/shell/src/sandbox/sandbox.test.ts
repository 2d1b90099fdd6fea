// @vitest-environment jsdom
import type { Plexica } from "@plexica/plugin-api";
import { expect, test } from "vitest";
import { answer, sent } from "./bridge";
import { translate } from "./frame/world";

test("a frame may ask for calls of its plugin and for nothing else", async () => {
  const api = { get: (path: string) => Promise.resolve({ path }), platform: {} };
  const world = { api } as unknown as Plexica;
  expect(await answer(world, { kind: "call", id: 1, verb: "get", path: "/x" })).toEqual({ path: "/x" });
  const strange = { kind: "call", id: 2, verb: "fetch" as "get", path: "/x" } as const;
  await expect(answer(world, strange)).rejects.toThrow(TypeError);
});

test("an error crosses as words", () => {
  expect(sent(new RangeError("no"))).toEqual({ name: "Error", message: "no" });
  expect(sent("plain")).toEqual({ name: "Error", message: "plain" });
});

test("words in a frame are chosen by number, as outside", () => {
  const words = { deals: { open_one: "{{count}} deal", open_other: "{{count}} deals" } };
  expect(translate({ words, locale: "en" }, "deals.open", { count: 1 })).toBe("1 deal");
  expect(translate({ words, locale: "en" }, "deals.open", { count: 5 })).toBe("5 deals");
  expect(translate({ words, locale: "en" }, "nothing.here")).toBe("nothing.here");
});
