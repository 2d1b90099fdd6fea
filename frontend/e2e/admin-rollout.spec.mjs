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

test("a stop that comes too late says so, and whom the roll-out has moved goes back after it", async () => {
    const { page, context, wrongs } = await open(browser);
    const version = async () =>
        (await call(await tokenOf(boss), "GET", `/api/v1/tenants/${tenant.slug}/plugins/${id}`)).version;
    await signIn(page, boss, adminAddress(`/registry/${id}/rollout?to=1.1.0`));
    await page.getByRole("paragraph").filter({ hasText: "Nobody has been moved lately" }).waitFor();
    const letGo = await holdBack(context);
    await page.getByRole("button", { name: "Start with 1 tenant" }).click();
    await page.getByText("1 of 1 tenant on 1.1.0").first().waitFor();
    await page.getByRole("button", { name: "Stop this roll-out" }).click();
    const dialog = page.getByRole("dialog", { name: "Stop this roll-out?" });
    await dialog.getByText(/^It ends before its next tenant/).waitFor();
    await shoot(page, "admin-rollout-under-way");
    await demandAccessible(page);
    await dialog.getByRole("radio", { name: "Go back" }).check();
    await dialog.getByRole("button", { name: "Stop the roll-out" }).click();
    await dialog.getByText(/is not being rolled out/).waitFor();
    await demandAccessible(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    assert.equal(await version(), "1.1.0");

    letGo();
    await page.getByText("1 tenant goes back to 1.0.0.").waitFor();
    await page.getByRole("button", { name: "Stop and go back" }).click();
    const back = page.getByRole("dialog", { name: "Stop and go back?" });
    await demandAccessible(page);
    await back.getByRole("button", { name: "Go back" }).click();
    await page.getByText("1 tenant moved to 1.0.0").waitFor();
    assert.equal(await version(), "1.0.0");
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("status of 409")),
        [],
    );
    await context.close();
});
