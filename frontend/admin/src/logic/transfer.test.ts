import { describe, expect, it } from "vitest";
import type { Finding } from "../api/doctor";
import type { RolloutMove } from "../api/plugins.types";
import type { ImportPreview } from "../api/transfer.types";
import { collect, fileName, isWhole } from "./download";
import { counts, wellByArea, worstFirst } from "./findings";
import { contentsOf, stepsDone } from "./imports";
import { backOf } from "./rollout";

const END = [0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)];

function stream(...parts: number[][]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      parts.forEach((part) => controller.enqueue(new Uint8Array(part)));
      controller.close();
    },
  });
}

describe("a file that is written while it is read", () => {
  it("is collected and counted, and whole only with its end", async () => {
    const told: number[] = [];
    const file = await collect(stream([1, 2, 3], END), (bytes) => told.push(bytes));
    expect(told).toEqual([3, 25]);
    expect(file.size).toBe(25);
    expect(await isWhole(file)).toBe(true);
    expect(await isWhole(file.slice(0, 20))).toBe(false);
    expect(await isWhole(new Blob([]))).toBe(false);
  });

  it("is broken off where the connection is", async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new TypeError("network error")),
    });
    await expect(collect(broken, () => {})).rejects.toThrow("network error");
  });

  it("has the name that it was given, and never a path", () => {
    expect(fileName('attachment; filename="acme-1.plexica.zip"', "x")).toBe("acme-1.plexica.zip");
    expect(fileName('attachment; filename="../../etc/passwd"', "x")).toBe("x");
    expect(fileName(null, "x")).toBe("x");
  });
});

describe("an import", () => {
  it("tells what is in its file", () => {
    const data = [
      { entry: "tables/0001-users.copy", bytes: 10 },
      { entry: "plugins/crm/schema.json", bytes: 5 },
      { entry: "plugins/crm/0000-contacts.copy", bytes: 7 },
      { entry: "plugins/installations.json", bytes: 1 },
    ];
    expect(contentsOf({ data } as ImportPreview)).toEqual({ bytes: 23, plugins: ["crm"] });
  });

  it("counts its steps by the percentage", () => {
    expect([0, 25, 50, 75, 99, 100].map(stepsDone)).toEqual([0, 1, 2, 3, 4, 4]);
  });
});

describe("what the doctor found", () => {
  const finding = (area: string, level: Finding["level"], subject: string) => ({ area, level, subject, found: "" });
  const all = [finding("a", "OK", "1"), finding("a", "WARN", "2"), finding("b", "OK", "3"), finding("b", "FAIL", "4")];

  it("is told the worst first, and by area where all is well", () => {
    expect(counts(all)).toEqual({ OK: 2, WARN: 1, FAIL: 1 });
    expect(worstFirst(all).map(({ subject }) => subject)).toEqual(["4", "2", "1", "3"]);
    expect(wellByArea(all).map(([area, own]) => [area, own.length])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });
});

describe("a way back", () => {
  it("takes those that were moved to a version, each to where it came from", () => {
    const move = (tenant: string, from: string, to: string) => ({ tenant, from, to }) as RolloutMove;
    const moves = [move("a", "1.0.0", "2.0.0"), move("b", "1.1.0", "2.0.0"), move("c", "1.0.0", "1.1.0")];
    expect([...backOf(moves, "2.0.0")]).toEqual([
      ["1.0.0", ["a"]],
      ["1.1.0", ["b"]],
    ]);
  });
});
