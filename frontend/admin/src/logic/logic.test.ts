import { describe, expect, it } from "vitest";
import type { Operation } from "../api/types";
import { figures } from "./figures";
import { createFormat } from "./format";
import { failureShare, perMinute, quantile, remember } from "./history";
import { parseMetrics, sum } from "./metrics";
import { sorted } from "./pointers";
import { judge, meant, nextSizes, nextToFollow, rolloutState } from "./rollout";
import { begin, current, doneCount, follow } from "./saga";
import { reasonWord, sentence } from "./sentence";
import { isSlug, suggestSlug } from "./slug";
import { changed, readList, sortOf, sortText } from "./urlState";

const METRICS = `# HELP http_requests_total calls
http_requests_total{method="GET",route="/a",status="200"} REQUESTS
http_requests_total{method="GET",route="/a",status="503"} FAILURES
http_request_duration_seconds_bucket{le="0.01"} FAST
http_request_duration_seconds_bucket{le="+Inf"} REQUESTS
tenants{status="ACTIVE"} 2
tenants{status="SUSPENDED"} 1
process_start_time_seconds 1.7E9
jvm_memory_used_bytes{area="heap",pool="a \\"b\\""} 10
`;

function look(at: number, requests: number, failures: number, fast: number) {
  const text = METRICS.replaceAll("REQUESTS", `${requests}`)
    .replace("FAILURES", `${failures}`)
    .replace("FAST", `${fast}`);
  return figures(parseMetrics(text), at);
}

describe("metrics", () => {
  it("are read with their labels", () => {
    const samples = parseMetrics(METRICS.replaceAll(/REQUESTS|FAILURES|FAST/g, "1"));
    expect(samples.at(-1)).toEqual({
      name: "jvm_memory_used_bytes",
      labels: { area: "heap", pool: 'a "b"' },
      value: 10,
    });
    expect(sum(samples, "tenants")).toBe(3);
  });

  it("become rates between looks", () => {
    const history = [look(0, 100, 0, 100), look(60_000, 160, 6, 160)];
    expect(perMinute(history, (one) => one.requests)[0]?.value).toBe(66);
    expect(failureShare(history)[0]?.value).toBeCloseTo(9.09, 1);
    expect(quantile(history, 0.5)[0]?.value).toBeCloseTo(5, 0);
  });

  it("begin anew with a new process", () => {
    const other = { ...look(1, 5, 0, 5), startedAt: 1 };
    expect(remember([look(0, 100, 0, 100)], other)).toEqual([other]);
  });
});

function operation(step: string, message: string, progress: number, status = "RUNNING"): Operation {
  return { id: "1", type: "core.tenant.create", status, progress, step, message, startedAt: "" } as Operation;
}

describe("the making of a tenant", () => {
  it("shows what runs and what is done", () => {
    let seen = begin(operation("", "", 0));
    seen = follow(seen, operation("schema", "The step schema has begun", 0), 1000);
    expect(current(seen.steps)?.name).toBe("schema");
    seen = follow(seen, operation("schema", "The step schema is done", 14), 1400);
    expect(seen.steps[0]).toEqual({ name: "schema", state: "done", begunAt: 1000, endedAt: 1400 });
  });

  it("counts what it was not told of", () => {
    const seen = follow(begin(operation("", "", 0)), operation("roles", "The step roles has begun", 42), 1);
    expect(doneCount(seen.steps)).toBe(3);
    expect(current(seen.steps)?.name).toBe("roles");
  });

  it("ends with everything done, or with what failed", () => {
    const start = begin(operation("", "", 0));
    expect(doneCount(follow(start, operation("admin", "", 100, "SUCCEEDED"), 1).steps)).toBe(7);
    const failed = follow(start, operation("realm", "The step realm failed; what was done is being undone", 14), 1);
    expect(failed.steps.find((step) => step.name === "realm")?.state).toBe("failed");
  });
});

describe("a slug", () => {
  it("is suggested by a name", () => {
    expect(suggestSlug("Caffè & Serale S.r.l.")).toBe("caffe-serale-s-r-l");
    expect(suggestSlug("3 Monti")).toBe("monti");
  });

  it("has the form that the platform wants", () => {
    expect(["acme", "acme-east", "a1"].every(isSlug)).toBe(true);
    expect(["a", "Acme", "1a", "a--b", "a-", "xn--a"].some(isSlug)).toBe(false);
  });
});

describe("a roll-out", () => {
  const version = (name: string, tenants: number) => ({ version: name, tenants }) as never;
  const stats = { versions: [version("2.5.0", 1), version("2.4.1", 95)] } as never;

  it("knows who is where and who can go back", () => {
    const move = { tenant: "acme", from: "2.4.1", to: "2.5.0" } as never;
    const state = rolloutState(stats, [move], "2.5.0");
    expect(state).toMatchObject({ from: "2.4.1", on: 1, all: 96, stage: "some" });
    expect([...state.back]).toEqual([["2.4.1", ["acme"]]]);
    expect(nextSizes(state)).toEqual([10, 25, 50, 100]);
  });

  it("offers no size twice", () => {
    const few = { versions: [version("2", 0), version("1", 2)] } as never;
    expect(nextSizes(rolloutState(few, [], "2"))).toEqual([10, 100]);
    expect(meant(96, 25)).toBe(24);
  });

  it("says that a version does well only after enough calls", () => {
    const did = (calls: number, p95: number, errorRate = 0) => ({ calls, p95, errorRate }) as never;
    expect(judge(did(5000, 20), did(11, 20))).toBe("unknown");
    expect(judge(did(5000, 20), did(100, 20))).toBe("well");
    expect(judge(did(5000, 20), did(100, 60))).toBe("worse");
    expect(judge(did(5000, 20), did(11, 20, 0.5))).toBe("worse");
    expect(judge(undefined, did(100, 900))).toBe("well");
  });
});

describe("a list in the address", () => {
  it("keeps what is not as usual", () => {
    const state = readList(new URLSearchParams("page=3&sort=-name&status=ACTIVE"), ["status"], "slug");
    expect(state).toEqual({ page: 2, sort: "-name", q: "", filters: { status: "ACTIVE" } });
  });

  it("goes to the first page with any other change", () => {
    expect(changed(new URLSearchParams("page=3&q=a"), { status: "ACTIVE" }).toString()).toBe("q=a&status=ACTIVE");
    expect(changed(new URLSearchParams("q=a"), { page: 1 }).toString()).toBe("q=a&page=2");
  });

  it("reads and writes an order", () => {
    expect(sortText(sortOf("-name")!)).toBe("-name");
    expect(sortOf("")).toBeNull();
  });
});

describe("small things", () => {
  it("are told beside the field that they are about", () => {
    const errors = [
      { pointer: "/admin/email", message: "must be an address" },
      { pointer: "/theme/x", message: "is odd" },
    ];
    expect(sorted(errors, { email: "/admin/email" })).toEqual({
      fields: { email: "Must be an address." },
      others: ["theme.x is odd"],
    });
  });

  it("are sentences", () => {
    expect(sentence("slug-taken: another tenant has it")).toBe("Another tenant has it.");
    expect(reasonWord("slug-taken: another tenant has it")).toBe("slug-taken");
    expect(reasonWord("Nothing: at all")).toBeUndefined();
  });

  it("are written as a language does", () => {
    const format = createFormat("en", "just now", "UTC");
    expect(format.ago("2026-11-28T12:00:00Z", Date.parse("2026-11-28T12:00:30Z"))).toBe("just now");
    expect(format.ago("2026-11-28T12:00:00Z", Date.parse("2026-11-28T12:05:00Z"))).toBe("5 min. ago");
    expect(format.bytes(52_428_800)).toBe("50 MiB");
    expect(format.millis(1234)).toBe("1.23 s");
  });
});

describe("a roll-out that somebody else has begun", () => {
  const begun = (id: string, startedAt: string, status: Operation["status"]) =>
    ({ id, startedAt, status }) as unknown as Operation;
  const elsewhere = begun("2", "2026-11-28T10:05:00Z", "RUNNING");

  it("takes the place of one that has ended, and of none that runs, is looked for or came after it", () => {
    expect(nextToFollow(elsewhere, begun("1", "2026-11-28T10:00:00Z", "SUCCEEDED"), false)).toBe("2");
    expect(nextToFollow(elsewhere, begun("1", "2026-11-28T10:00:00Z", "RUNNING"), false)).toBeUndefined();
    expect(nextToFollow(elsewhere, begun("3", "2026-11-28T10:06:00Z", "SUCCEEDED"), false)).toBeUndefined();
    expect(nextToFollow(elsewhere, undefined, false)).toBeUndefined();
    expect(nextToFollow(elsewhere, undefined, true)).toBe("2");
    expect(nextToFollow(elsewhere, elsewhere, false)).toBeUndefined();
    expect(nextToFollow(undefined, undefined, true)).toBeUndefined();
  });
});
