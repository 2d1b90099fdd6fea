import type { Installation, PluginView } from "@plexica/api-client";
import { expect, test } from "vitest";
import { compareVersions, filterPlugins, hasUpgrade, losesSigner, stateOf, suggestion } from "./catalogue";

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

test("a version without a signer is told from one that the signer before it signed", () => {
  const all = [{ version: "1.0.0", signer: "ACME" }, { version: "1.1.0", signer: "ACME" }, { version: "2.0.0" }];
  expect(losesSigner(all, "1.0.0", "2.0.0")).toBe(true);
  expect(losesSigner(all, "1.0.0", "1.1.0")).toBe(false);
  expect(losesSigner(all, "2.0.0", "2.1.0")).toBe(false);
  expect(losesSigner(all.slice(2), "2.0.0", "2.0.0")).toBe(false);
  expect(losesSigner([], "1.0.0", "2.0.0")).toBe(false);
});
