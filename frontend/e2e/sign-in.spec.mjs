import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, adminAddress, boss, person } from "./support/platform.mjs";

let browser;

before(async () => {
    browser = await launch();
});

after(() => browser.close());

test("a deep link survives sign-in, and what signed out stays out", async () => {
    const { page, context, wrongs } = await open(browser);
    const who = person("acme", "admin");

    await signIn(page, who, addressOf("acme", "/manage/plugins?q=crm"));
    await page.waitForURL(addressOf("acme", "/manage/plugins?q=crm"));
    await page.getByRole("navigation").first().getByRole("link", { name: "Home" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await shoot(page, "sign-in-home");
    assert.deepEqual(wrongs, []);

    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();

    await page.getByRole("button", { name: /profile and sign out/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/me\/signed-out/);
    await page.goBack();
    await page.waitForURL(/\/realms\/tenant-acme\//);
    await page.locator("#password").waitFor();
    await context.close();
});

test("an organisation that is none is told kindly", async () => {
    const { page, context } = await open(browser);

    await page.goto(addressOf("never-was"));
    await page.getByRole("heading", { name: "Nobody works at this address" }).waitFor();
    await shoot(page, "sign-in-nobody");
    await context.close();
});

test("super admins sign in on a host of their own", async () => {
    const { page, context, wrongs } = await open(browser);

    await signIn(page, boss, adminAddress("/tenants"));
    await page.waitForURL(adminAddress("/tenants"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await shoot(page, "sign-in-admin");
    assert.deepEqual(wrongs, []);
    await context.close();
});
