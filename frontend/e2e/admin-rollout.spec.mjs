import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { adminAddress, boss, call, createTenant, install, tokenOf } from "./support/platform.mjs";
import { freshId, publish } from "./support/plugin.mjs";

const id = freshId("moving");
let browser;
let tenant;

before(async () => {
    browser = await launch();
    tenant = await createTenant("Movers");
    await publish({ id, name: "Moving", version: "1.0.0" });
    await install(tenant.admin, id);
    await publish({ id, name: "Moving", version: "1.1.0" });
});

after(async () => {
    await browser.close();
    await tenant?.remove();
});

/** Shows the end of a roll-out only once it is let go; until then it is told to go on. */
async function holdBack(context) {
    let release;
    const isOver = new Promise((resolve) => (release = resolve));
    let isHeld = true;
    await context.route(/\/api\/v1\/operations\/[^/]+\/events$/, async (route) => {
        await isOver;
        await route.continue().catch(() => {});
    });
    await context.route(/\/api\/v1\/operations\/[^/]+$/, async (route) => {
        const { authorization } = route.request().headers();
        const body = await call(authorization.slice(7), "GET", new URL(route.request().url()).pathname);
        await route.fulfill({ json: isHeld ? { ...body, status: "RUNNING", progress: 50, result: null } : body });
    });
    return () => {
        isHeld = false;
        release();
    };
}

test("a roll-out under way says that nobody can interrupt it, and whom it has moved goes back after it", async () => {
    const { page, context, wrongs } = await open(browser);
    const version = async () =>
        (await call(await tokenOf(boss), "GET", `/api/v1/tenants/${tenant.slug}/plugins/${id}`)).version;
    await signIn(page, boss, adminAddress(`/registry/${id}/rollout?to=1.1.0`));
    await page.getByRole("paragraph").filter({ hasText: "Nobody has been moved lately" }).waitFor();
    const letGo = await holdBack(context);
    await page.getByRole("button", { name: "Start with 1 tenant" }).click();
    await page.getByText(/^A roll-out under way goes on to its end/).waitFor();
    await page.getByText("1 tenant goes back to 1.0.0.").waitFor();
    await page.getByRole("button", { name: "Go back when it has ended" }).click();
    const dialog = page.getByRole("dialog", { name: "Stop and go back?" });
    await dialog.getByText(/This roll-out cannot be interrupted/).waitFor();
    await demandAccessible(page);
    await dialog.getByRole("button", { name: "Go back" }).click();
    await page.getByText("Stay on this page until then.").waitFor();
    await shoot(page, "admin-rollout-under-way");
    await demandAccessible(page);
    assert.equal(await version(), "1.1.0");

    letGo();
    await page.getByText("1 tenant moved to 1.0.0").waitFor();
    assert.equal(await version(), "1.0.0");
    assert.deepEqual(wrongs, []);
    await context.close();
});
