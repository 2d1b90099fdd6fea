import type { Installation, PluginVersion, PluginView } from "@plexica/api-client";
import { expect, test } from "vitest";
import {
  becomesFramed,
  compareVersions,
  filterPlugins,
  hasUpgrade,
  isFramed,
  leftOut,
  stateOf,
  suggestion,
} from "./catalogue";

function plugin(part: Partial<PluginView>, installed?: Partial<Installation>): PluginView {
  return {
    id: "crm",
    name: "CRM",
    version: "1.0.0",
    status: "AVAILABLE",
    tags: [],
    plans: [],
    dependencies: [],
    permissions: [],
    features: [],
    versions: [],
    publishedAt: "2026-01-01T00:00:00Z",
    ...part,
    ...(installed ? { installation: { version: "1.0.0", status: "INSTALLED", ...installed } as Installation } : {}),
  };
}

test.each([
  ["1.10.0", "1.9.0", 1],
  ["1.0.0-rc.1", "1.0.0", -1],
  ["1.0.0-rc.10", "1.0.0-rc.9", 1],
  ["2.0.0+build", "2.0.0", 0],
])("%s beside %s", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test("a card says how the plugin stands in the tenant", () => {
  expect(stateOf(plugin({}), "free")).toBe("install");
  expect(stateOf(plugin({ plans: ["enterprise"] }), "free")).toBe("plan");
  expect(stateOf(plugin({ version: "1.1.0" }, {}), "free")).toBe("upgrade");
  expect(stateOf(plugin({}, {}), "free")).toBe("installed");
  expect(stateOf(plugin({}, { status: "DISABLED" }), "free")).toBe("disabled");
  expect(stateOf(plugin({}, { status: "FAILED" }), "free")).toBe("failed");
  expect(stateOf(plugin({ status: "QUARANTINED" }), "free")).toBe("closed");
});

test("an older version on offer is no upgrade", () => {
  expect(hasUpgrade(plugin({ version: "1.0.0" }, { version: "1.1.0" }))).toBe(false);
});

test("a suggestion has its reason: it builds on what is here", () => {
  const crm = plugin({}, {});
  const loyalty = plugin({ id: "loyalty", name: "Loyalty", dependencies: [{ plugin: "crm", version: "[1,2)" }] });
  const other = plugin({ id: "other", name: "Other" });
  expect(suggestion([other, crm, loyalty], "free")).toEqual({ plugin: loyalty, beside: crm });
  expect(suggestion([other, crm], "free")).toBeUndefined();
});

test("the catalogue is searched by all that one may remember of a plugin", () => {
  const all = [plugin({ tags: ["contacts"] }), plugin({ id: "b", name: "Billing", category: "finance" })];
  const filter = { text: "", category: "", inPlan: false, sort: "name" };
  expect(filterPlugins(all, { ...filter, text: "contact" }, "free").map(({ id }) => id)).toEqual(["crm"]);
  expect(filterPlugins(all, { ...filter, category: "finance" }, "free").map(({ id }) => id)).toEqual(["b"]);
  expect(filterPlugins(all, filter, "free").map(({ name }) => name)).toEqual(["Billing", "CRM"]);
});

const version = (number: string, sandboxed: boolean, ...points: string[]) =>
  ({
    version: number,
    sandboxed,
    manifest: { id: "crm", name: "CRM", version: number, web: { contributions: points.map((point) => ({ point })) } },
  }) as unknown as PluginVersion;

test("a version whose pages are put into frames is told from the one before it", () => {
  const all = [version("1.0.0", false, "page"), version("1.1.0", false, "page"), version("2.0.0", true, "page")];
  expect(becomesFramed(all, "1.0.0", "2.0.0")).toBe(true);
  expect(becomesFramed(all, "1.0.0", "1.1.0")).toBe(false);
  expect(becomesFramed(all, "2.0.0", "2.1.0")).toBe(false);
  expect(becomesFramed(all.slice(2), "2.0.0", "2.0.0")).toBe(false);
  expect(becomesFramed([], "1.0.0", "2.0.0")).toBe(false);
});

test("a frame is of concern for who has pages, and what only the console itself can run is left out of it", () => {
  expect(isFramed(version("1.0.0", true))).toBe(false);
  expect(isFramed(version("1.0.0", true, "header.search"))).toBe(true);
  const { manifest } = version("1.0.0", true, "page", "header.search", "page.tabs", "header.search");
  expect(leftOut(manifest)).toEqual(["header.search", "page.tabs"]);
});
