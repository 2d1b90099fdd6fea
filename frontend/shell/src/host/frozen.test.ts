// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";

const ENTRY = "plexica.open-page.";

async function fresh() {
  vi.resetModules();
  return (await import("./frozen")).frozen;
}

describe("pages that froze", () => {
  beforeEach(() => localStorage.clear());

  it("are those whose tab does not answer", async () => {
    localStorage.setItem(ENTRY + "gone", "crm");
    const frozen = await fresh();
    expect(frozen.was("crm")).toBeNull();

    await vi.waitFor(() => expect(frozen.was("crm")).toBe(true), { timeout: 5_000 });
    expect(frozen.was("analytics")).toBe(false);
    expect(localStorage.getItem(ENTRY + "gone")).toBeNull();

    frozen.forgive("crm");
    expect(frozen.was("crm")).toBe(false);
  });

  it("are not those of a tab that lives", async () => {
    const other = await fresh();
    other.opened("crm");
    const frozen = await fresh();

    await vi.waitFor(() => expect(frozen.was("crm")).not.toBeNull(), { timeout: 5_000 });
    expect(frozen.was("crm")).toBe(false);
  });

  it("are none where every page was left", async () => {
    const other = await fresh();
    other.opened("crm");
    other.closed();

    expect((await fresh()).was("crm")).toBe(false);
  });
});
