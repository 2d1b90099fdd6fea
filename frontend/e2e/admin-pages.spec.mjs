import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, signIn } from "./support/browser.mjs";
import { adminAddress, boss } from "./support/platform.mjs";

let browser;

before(async () => {
    browser = await launch();
});

after(() => browser.close());

const PLACES = {
    Overview: "/",
    Tenants: "/tenants",
    "Plugin registry": "/registry",
    "Super admins": "/users",
    Health: "/health",
    Doctor: "/doctor",
    "Dead letters": "/dead-letters",
    Jobs: "/jobs",
    "Export and import": "/transfer",
    "Audit log": "/audit",
    Settings: "/settings",
};

const DEEPER = [
    "/tenants/new",
    "/tenants/acme",
    "/tenants/acme/plugins",
    "/tenants/acme/people",
    "/tenants/acme/settings",
    "/registry/upload",
    "/registry/crm",
    "/registry/crm/tenants",
    "/registry/crm/rollout",
    "/registry/crm/compatibility",
    "/registry/crm/statistics",
    "/jobs?tenant=acme",
    "/transfer/import",
    "/audit?tenant=acme",
    "/settings/plans",
    "/nowhere",
];

/** Looks at a page by day, and at its colours by night, once nothing is on its way any more. */
async function demandBoth(page) {
    await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    await look(page, "light");
    await demandAccessible(page, { all: true });
    await look(page, "dark");
    await demandAccessible(page, { only: ["color-contrast", "link-in-text-block"] });
}

async function look(page, colorScheme) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
}

test("every page of the operators is there, by navigation and by its address, and for everybody", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/health"));
    for (const [name, path] of Object.entries(PLACES)) {
        await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        assert.equal(new URL(page.url()).pathname, path);
        await demandBoth(page);
    }
    for (const path of DEEPER) {
        await page.goto(adminAddress(path));
        await page.getByRole("heading", { level: 1 }).waitFor();
        await demandBoth(page);
    }
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("on a phone everything has room, and the menu leads everywhere", async () => {
    const { page, context, wrongs } = await open(browser, { viewport: { width: 360, height: 740 } });
    await signIn(page, boss, adminAddress("/"));
    for (const [name] of Object.entries(PLACES)) {
        await page.getByRole("button", { name: "Menu" }).click();
        const menu = page.getByRole("dialog").getByRole("navigation", { name: "Main" });
        await menu.getByRole("link", { name }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await demandBoth(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
    }
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("what has a name is found by it: pages, deeds, tenants and plugins", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/"));
    const find = async (text, hit, title) => {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox", { name: "Find a tenant or plugin" }).fill(text);
        await page.getByRole("option", { name: hit }).waitFor();
        await demandAccessible(page);
        await page.getByRole("option", { name: hit }).click();
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
    };
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    await find("doc", /Doctor/, "Doctor");
    await find("import a", /Import a tenant/, "Export and import");
    await find("glob", /Globex/, "Globex");
    assert.deepEqual(wrongs, []);
    await context.close();
});
