// @vitest-environment jsdom
import type { ConsolePlugin } from "@plexica/api-client";
import { expect, test, vi } from "vitest";
import { crashes } from "./crashes";
import { loadModule } from "./load";
import { findPage } from "./pages";
import { below } from "./usePluginWorld";
import { createPluginApi } from "./pluginApi";
import type { Platform } from "@plexica/api-client";

function plugin(modules: string[], point = "page"): ConsolePlugin {
  return {
    id: "crm",
    name: "CRM",
    version: "1.0.0",
    routePrefix: "/crm",
    sandbox: false,
    integrity: {},
    namespaces: [],
    locales: [],
    contributions: modules.map((module) => ({ point, module, url: `/plugins/crm/1.0.0/ui/${module}.js` })),
  };
}

test("an address is the page whose path it begins with, the longest first", () => {
  const crm = plugin(["./contacts", "./contacts/import"]);
  expect(findPage(crm, "")?.path).toBe("/contacts");
  expect(findPage(crm, "/contacts/42")?.path).toBe("/contacts");
  expect(findPage(crm, "/contacts/import/7")?.path).toBe("/contacts/import");
  expect(findPage(crm, "/contactsx")).toBeUndefined();
  expect(findPage(plugin(["./app"], "application"), "/any/thing")?.path).toBe("");
});

test("wherever a plugin wants to go, it stays below its prefix", () => {
  expect(below("/contacts/1?x=1#y")).toBe("/contacts/1?x=1#y");
  expect(below("../../manage/plugins")).toBe("/manage/plugins");
  expect(below("//evil.example/x")).toBe("/evil.example/x");
  expect(below("\\\\evil.example")).toBe("/evil.example");
});

test("three crashes close a contribution, and trying again gives it one more chance", () => {
  const id = "crm/./boom";
  crashes.note(id);
  crashes.note(id);
  expect(crashes.closed(id)).toBe(false);
  crashes.note(id);
  expect(crashes.closed(id)).toBe(true);
  crashes.forgive(id);
  expect(crashes.closed(id)).toBe(false);
  crashes.note(id);
  expect(crashes.closed(id)).toBe(true);
  crashes.clear(id);
  expect(crashes.has("crm")).toBe(false);
});

test("a module without a known hash is not loaded", async () => {
  const crm = plugin(["./contacts"]);
  await expect(loadModule(crm, { url: "/plugins/crm/1.0.0/ui/contacts.js" })).rejects.toMatchObject({
    reason: "not-checked",
  });
});

test("a module that is not there after ten seconds has failed", async () => {
  const crm = plugin(["./contacts"]);
  const url = "data:text/javascript,await new Promise(() => {}); export default 1;";
  crm.integrity[url] = "sha384-x";
  vi.useFakeTimers();
  try {
    const failure = vi.fn();
    const loaded = loadModule(crm, { url }).catch(failure);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(failure).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await loaded;
    expect(failure.mock.calls).toMatchObject([[{ reason: "late" }]]);
  } finally {
    vi.useRealTimers();
  }
});

test("a plugin's calls reach its own endpoints and no others", async () => {
  const asked: string[] = [];
  const http = (path: string): Promise<Response> => {
    asked.push(path);
    return Promise.resolve(new Response("{}"));
  };
  const api = createPluginApi({ http } as unknown as Platform, "crm");
  await api.get("/contacts", { query: { q: "x" } });
  await api.platform.get("/users");
  expect(asked).toEqual(["/api/plugins/crm/contacts?q=x", "/api/v1/users"]);
  for (const path of ["/../billing/invoices", "/a/%2e%2e/%2e%2e/b", "contacts", "/..\\x"]) {
    expect(() => api.get(path)).toThrow(TypeError);
  }
});

test("code of a plugin that wants a frame is not run outside one", async () => {
  const crm = { ...plugin(["./contacts"]), sandbox: true };
  const url = "/plugins/crm/1.0.0/ui/contacts.js";
  crm.integrity[url] = "sha384-x";
  await expect(loadModule(crm, { url })).rejects.toThrow(/frame/);
});
