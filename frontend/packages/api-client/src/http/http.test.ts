import { expect, test, vi } from "vitest";
import { createHttp } from "./http";
import type { Caller } from "./http";
import { isProblem } from "./problem";

function json(status: number, body: unknown, type = "application/problem+json"): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
}

function caller(part: Partial<Caller> = {}): Caller {
  return { token: () => "t1", renew: () => Promise.resolve(true), workspace: () => undefined, ...part };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("a call is made as whoever is signed in, in their workspace, below the base", async () => {
  const send = vi.fn<typeof fetch>().mockImplementation(() => Promise.resolve(json(200, {}, "application/json")));
  const http = createHttp({ base: "/t/acme", caller: caller({ workspace: () => "w1" }), fetch: send });
  await http("/api/v1/users");
  const [url, init] = send.mock.calls[0] ?? [];
  expect(url).toBe("/t/acme/api/v1/users");
  const headers = init?.headers as Headers;
  expect(headers.get("Authorization")).toBe("Bearer t1");
  expect(headers.get("X-Workspace-Id")).toBe("w1");
});

test("what is answered 401 is asked once more with a new token", async () => {
  let token = "old";
  const send = vi.fn<typeof fetch>((_, init) =>
    Promise.resolve((init?.headers as Headers).get("Authorization") === "Bearer new" ? json(200, {}) : json(401, {})),
  );
  const renew = (): Promise<boolean> => {
    token = "new";
    return Promise.resolve(true);
  };
  const http = createHttp({ base: "", caller: caller({ token: () => token, renew }), fetch: send });
  expect((await http("/x")).status).toBe(200);
  expect(send).toHaveBeenCalledTimes(2);
});

test("a second 401 is told, and not asked a third time", async () => {
  const send = vi.fn<typeof fetch>(() => Promise.resolve(json(401, { code: "unauthenticated", detail: "no" })));
  const error = await failure(createHttp({ base: "", caller: caller(), fetch: send })("/x"));
  expect(isProblem(error, "unauthenticated")).toBe(true);
  expect(send).toHaveBeenCalledTimes(2);
});

test("without a new token the session has ended", async () => {
  const send = vi.fn<typeof fetch>(() => Promise.resolve(json(401, {})));
  const heard = vi.fn();
  const ended = caller({ renew: () => Promise.resolve(false) });
  const error = await failure(createHttp({ base: "", caller: ended, onProblem: heard, fetch: send })("/x"));
  expect(isProblem(error, "session-ended")).toBe(true);
  expect(heard).toHaveBeenCalledOnce();
});

test("a refusal is a problem with all that it says", async () => {
  const body = {
    code: "validation-failed",
    detail: "Two things are wrong",
    errors: [{ pointer: "/name", message: "m" }],
  };
  const http = createHttp({ base: "", caller: caller(), fetch: () => Promise.resolve(json(400, body)) });
  const error = await failure(http("/x"));
  expect(isProblem(error) && { ...error.document, errors: error.errors }).toMatchObject(body);
});

test("a page of a proxy is shown to nobody", async () => {
  const page = new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } });
  const http = createHttp({ base: "", caller: caller(), fetch: () => Promise.resolve(page) });
  const error = await failure(http("/x"));
  expect(isProblem(error) && [error.status, error.detail, error.passing]).toEqual([
    502,
    "The server answered 502",
    true,
  ]);
});

test("a network that is away, and a server that says nothing, are told apart", async () => {
  const away = createHttp({ base: "", caller: caller(), fetch: () => Promise.reject(new TypeError("no")) });
  expect(isProblem(await failure(away("/x")), "unreachable")).toBe(true);
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener("abort", () => reject(new DOMException("a", "AbortError"))),
    );
  const http = createHttp({ base: "", caller: caller(), fetch: silent });
  expect(isProblem(await failure(http("/x", { timeoutMs: 5 })), "timed-out")).toBe(true);
});

test("what nobody wants any more is no problem", async () => {
  const stop = new AbortController();
  const heard = vi.fn();
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener("abort", () => reject(new DOMException("a", "AbortError"))),
    );
  const work = failure(
    createHttp({ base: "", caller: caller(), onProblem: heard, fetch: silent })("/x", { signal: stop.signal }),
  );
  stop.abort();
  expect(isProblem(await work)).toBe(false);
  expect(heard).not.toHaveBeenCalled();
});
