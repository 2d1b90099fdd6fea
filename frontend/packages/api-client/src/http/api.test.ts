import { expect, test } from "vitest";
import { createApi, withQuery } from "./api";
import type { Http } from "./http";

test("what is not set stays out of the address", () => {
  expect(withQuery("/users", { q: "a b", page: 0, status: "", role: undefined })).toBe("/users?q=a+b&page=0");
  expect(withQuery("/users", {})).toBe("/users");
});

test("a change says which version it is of, and long work is not waited for", async () => {
  const calls: [string, RequestInit | undefined][] = [];
  const http: Http = (path, call) => {
    calls.push([path, call]);
    return Promise.resolve(new Response('{"id":"1"}', { status: 202, headers: { ETag: '"3"' } }));
  };
  const answer = await createApi(http).call("POST", "/x", { body: { a: 1 }, ifMatch: '"2"', async: true });
  const headers = calls[0]?.[1]?.headers as Headers;
  expect(calls[0]?.[0]).toBe("/api/v1/x");
  expect([headers.get("If-Match"), headers.get("Prefer"), headers.get("Content-Type")]).toEqual([
    '"2"',
    "respond-async",
    "application/json",
  ]);
  expect(answer).toMatchObject({ data: { id: "1" }, etag: '"3"', status: 202 });
});
