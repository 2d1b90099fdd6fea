import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { adminAddress, boss, call, tokenOf } from "./support/platform.mjs";

let browser;

before(async () => {
    browser = await launch();
});

after(() => browser.close());

test("a tenant is made step by step, shut out, let in again, and deleted for ever by typing its slug", async () => {
    const slug = `a${Date.now().toString(36)}`;
    const name = `Initech ${slug}`;
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/tenants"));
    await page.getByRole("table", { name: "Tenants" }).getByText("acme", { exact: true }).waitFor();
    await demandAccessible(page);

    await page.getByRole("link", { name: "New tenant" }).first().click();
    await page.getByRole("button", { name: "Create tenant" }).click();
    await page.getByText("Give it a name.").waitFor();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Slug").fill("Not a slug");
    await page.getByText("Part of its address. It can never be changed.").waitFor();
    await page.getByLabel("Slug").fill(slug);
    await page.getByText(`//${slug}.`).waitFor();
    await page.getByLabel("E-mail address").fill(`paolo@${slug}.example`);
    await demandAccessible(page);
    await page.getByRole("button", { name: `Create ${name}` }).click();

    const panel = page.getByRole("complementary", { name: /Initech/ });
    await panel.getByText("Sign-in realm").waitFor();
    await panel.getByText(`${name} is ready`).waitFor({ timeout: 60_000 });
    await panel.getByText(`paolo@${slug}.example is sent an invitation`).waitFor();
    await shoot(page, "admin-tenant-made");
    for (const end of await page.getByRole("table", { name: "Tenants" }).getByRole("columnheader").all()) {
        const box = await end.boundingBox();
        assert.ok(box.x + box.width <= (await panel.boundingBox()).x, "The panel covers a column");
    }
    await demandAccessible(page);
    await panel.getByRole("link", { name: `Open ${name}` }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();

    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Suspend" }).click();
    const dialog = page.getByRole("dialog", { name: `Suspend ${name}?` });
    await dialog.getByText("Nothing is deleted.").waitFor();
    await dialog.getByRole("button", { name: `Suspend ${name}` }).click();
    await page.getByText(`${name} is suspended. Nobody can work there; its data is kept.`).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("main").getByText("Active", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Delete for ever" }).click();
    const last = page.getByRole("button", { name: `Delete ${name} and all its data` });
    await page.getByLabel(`Type ${slug} to confirm`).fill("another");
    assert.equal(await last.getAttribute("aria-disabled"), "true");
    await page.getByLabel(`Type ${slug} to confirm`).fill(slug);
    await last.click();
    await page.waitForURL(adminAddress("/tenants"), { timeout: 60_000 });
    assert.deepEqual(wrongs, []);
    await context.close();

    const left = await call(await tokenOf(boss), "GET", `/api/v1/tenants?q=${slug}`);
    assert.deepEqual(
        left.items.filter((tenant) => tenant.status !== "DELETED"),
        [],
    );
});

test("filters, order and page of the tenants are in the address", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/tenants?q=glob&status=ACTIVE"));
    await page.getByRole("table", { name: "Tenants" }).getByText("globex", { exact: true }).waitFor();
    assert.equal(await page.getByText("acme", { exact: true }).count(), 0);

    await page.getByRole("searchbox", { name: "Name or slug" }).fill("nobody-is-called-so");
    await page.getByText("Nothing for “nobody-is-called-so”.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText("acme", { exact: true }).waitFor();
    assert.deepEqual(wrongs, []);
    await context.close();
});
