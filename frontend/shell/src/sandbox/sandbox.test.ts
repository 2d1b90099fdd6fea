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

test("of the platform a frame reads its caller and names, and nothing else", async () => {
  const asked: unknown[] = [];
  const person = { id: "1", firstName: "Ann", lastName: "Lee", email: "ann@acme.example", roles: ["admin"] };
  const get = (path: string, options: unknown) => {
    asked.push([path, options]);
    return Promise.resolve({ items: [person], total: 1 });
  };
  const told = { user: { id: "7" }, tenant: { slug: "acme" }, workspace: null };
  const world = { ...told, api: { platform: { get } } } as unknown as Plexica;
  const read = (path: string, query = {}) => answer(world, { kind: "call", id: 1, verb: "platform", path, query });

  expect(await read("/auth/me")).toEqual(told);
  expect(await read("/users", { q: "ann", role: "admin" })).toEqual({
    items: [{ id: "1", firstName: "Ann", lastName: "Lee" }],
    total: 1,
  });
  expect(asked).toEqual([["/users", { query: { q: "ann" } }]]);
  for (const path of ["/roles", "/audit", "/users/1", "/users?role=admin", "/users/", "/auth/../roles", "toString"]) {
    await expect(read(path)).rejects.toThrow("may not read");
  }
  expect(asked).toHaveLength(1);
});

test("an error crosses as words", () => {
  expect(sent(new RangeError("no"))).toEqual({ name: "Error", message: "no" });
  expect(sent("plain")).toEqual({ name: "Error", message: "plain" });
});
