import type { Plexica } from "@plexica/plugin-api";
import { expect, test } from "vitest";
import { answer, sent } from "./bridge";

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
