// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";

const ENTRY = "plexica.open-page.";
const PATIENCE = { timeout: 10_000 };

/** Another tab. */
async function fresh() {
  vi.resetModules();
  return (await import("./frozen")).frozen;
}

describe("pages that froze", () => {
  beforeEach(() => localStorage.clear());

  it("are those whose tab does not answer, in all tabs and in those that come later", async () => {
    localStorage.setItem(ENTRY + "gone", "crm");
    const before = await fresh();
    const asking = await fresh();
    expect(before.was("crm")).toBe(false);
    asking.ask("crm");
    expect(asking.was("crm")).toBeNull();

    await vi.waitFor(() => expect(asking.was("crm")).toBe(true), PATIENCE);
    await vi.waitFor(() => expect(before.was("crm")).toBe(true), PATIENCE);
    expect(asking.was("analytics")).toBe(false);
    expect(localStorage.getItem(ENTRY + "gone")).toBeNull();
    const later = await fresh();
    expect(later.was("crm")).toBe(true);

    later.forgive("crm");
    expect(later.was("crm")).toBe(false);
    await vi.waitFor(() => expect(before.was("crm")).toBe(false), PATIENCE);
    expect((await fresh()).was("crm")).toBe(false);
  });

  it("are not those of a tab that lives", async () => {
    const other = await fresh();
    other.opened("crm");
    const asking = await fresh();
    asking.ask("crm");

    await vi.waitFor(() => expect(asking.was("crm")).toBe(false), PATIENCE);
    expect((await fresh()).was("crm")).toBe(false);
  });

  it("are not those of a tab that was only slow", async () => {
    localStorage.setItem(ENTRY + "slow", "crm");
    const asking = await fresh();
    asking.ask("crm");
    await vi.waitFor(() => expect(asking.was("crm")).toBe(true), PATIENCE);

    new BroadcastChannel("plexica.open-pages").postMessage({ here: "slow" });
    await vi.waitFor(() => expect(asking.was("crm")).toBe(false), PATIENCE);
  });

  it("are none where every page was left", async () => {
    const other = await fresh();
    other.opened("crm");
    other.closed();
    const asking = await fresh();
    asking.ask("crm");

    expect(asking.was("crm")).toBe(false);
  });

  it("are told to all tabs by the one that saw it", async () => {
    const other = await fresh();
    const told = vi.fn();
    other.subscribe(told);
    (await fresh()).note("crm");

    await vi.waitFor(() => expect(other.was("crm")).toBe(true), PATIENCE);
    expect(told).toHaveBeenCalled();
  });
});
