// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const ENTRY = "plexica.open-page.";
const PATIENCE = { timeout: 10_000 };

/** Another tab. */
async function fresh() {
  vi.resetModules();
  return (await import("./frozen")).frozen;
}

describe("pages that froze", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.useRealTimers());

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

  it("are left as they are in a tab where one works, until it is left", async () => {
    const works = await fresh();
    const idle = await fresh();
    works.opened("crm");
    (await fresh()).note("crm");
    await vi.waitFor(() => expect(idle.was("crm")).toBe(true), PATIENCE);
    expect(works.was("crm")).toBe(false);

    works.closed();
    expect(works.was("crm")).toBe(true);
  });

  it("are none for a tab where one works and that heard of the pardon, too", async () => {
    const works = await fresh();
    const idle = await fresh();
    works.opened("crm");
    const saw = await fresh();
    saw.note("crm");
    await vi.waitFor(() => expect(idle.was("crm")).toBe(true), PATIENCE);
    saw.forgive("crm");
    await vi.waitFor(() => expect(idle.was("crm")).toBe(false), PATIENCE);

    works.closed();
    expect(works.was("crm")).toBe(false);
  });

  it("are those of the tab that saw it itself, although it shows one", async () => {
    const saw = await fresh();
    saw.opened("crm");
    saw.note("crm");

    expect(saw.was("crm")).toBe(true);
  });

  it("are not called so again once they were forgiven", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    localStorage.setItem(ENTRY + "gone", "crm");
    const asking = await fresh();
    asking.ask("crm");
    vi.runAllTimers();
    expect(asking.was("crm")).toBe(true);
    asking.forgive("crm");

    localStorage.setItem(ENTRY + "gone-too", "analytics");
    asking.ask("analytics");
    vi.runAllTimers();
    expect(asking.was("analytics")).toBe(true);
    expect(asking.was("crm")).toBe(false);
  });
});
