import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, call, createPerson, createTenant, install, tokenOf } from "./support/platform.mjs";

let browser;
let tenant;
let member;
let viewer;

before(async () => {
    browser = await launch();
    tenant = await createTenant("Vela");
    member = await createPerson(tenant.admin, "member", "Luca", "Moretti");
    viewer = await createPerson(tenant.admin, "viewer", "Vera", "Galli");
    await install(tenant.admin, "crm");
    await install(tenant.admin, "analytics");
});

after(async () => {
    await browser.close();
    await tenant.remove();
});

const sidebar = (page) => page.getByRole("navigation").first();

test("a member enters a contact, finds it again, and moves a deal by the keyboard", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, member, addressOf(tenant.slug));

    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("menuitem", { name: "New contact" }).click();
    const dialog = page.getByRole("dialog", { name: "New contact" });
    await dialog.getByLabel("Telephone").fill("one two three");
    await dialog.getByRole("button", { name: "Add contact" }).click();
    await dialog.getByText("Enter this", { exact: true }).waitFor();
    await dialog.getByLabel("Name").fill("Zoe <b>Zanetti</b>");
    await dialog.getByLabel("Telephone").fill("+39 02 1234567");
    await dialog.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("heading", { level: 1, name: "Zoe <b>Zanetti</b>" }).waitFor();
    await demandAccessible(page);

    await page.getByRole("main").getByRole("button", { name: "New deal" }).click();
    await page.getByLabel("Title").fill("Roof");
    await page.getByLabel("Amount").fill("1250,50");
    await page.getByRole("button", { name: "Add deal" }).click();
    await page.getByRole("cell", { name: "€1,250.50" }).waitFor();

    await page.getByRole("button", { name: /^Search or jump to/ }).click();
    await page.getByRole("combobox").fill("zanetti");
    await page
        .getByRole("option", { name: /Zanetti/ })
        .first()
        .waitFor();
    await page.keyboard.press("Escape");

    await sidebar(page).getByRole("link", { name: "Deals" }).click();
    const card = page.getByRole("listitem", { name: /^Roof/ });
    await card.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.getByRole("region", { name: "Qualified" }).getByText("Roof").waitFor();
    await page.getByText("Roof is at Qualified now").first().waitFor();
    await shoot(page, "crm-board");
    await demandAccessible(page);

    await sidebar(page).getByRole("link", { name: "Home" }).click();
    await page.getByRole("region", { name: "Pipeline by stage" }).getByText("Qualified").waitFor();
    await shoot(page, "crm-home");
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("a viewer reads and is offered nothing that writes", async () => {
    const { page, context } = await open(browser);
    await signIn(page, viewer, addressOf(tenant.slug, "/crm/contacts"));

    await page.getByRole("rowheader", { name: /Zanetti/ }).waitFor();
    assert.equal(await page.getByRole("button", { name: "New", exact: true }).count(), 0);
    assert.equal(await page.getByRole("button", { name: "New contact" }).count(), 0);
    assert.equal(await page.getByRole("button", { name: /^More for/ }).count(), 0);
    await page.goto(addressOf(tenant.slug, "/crm/contacts?new=1"));
    await page.getByRole("rowheader", { name: /Zanetti/ }).waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);
    await context.close();
});

test("what plugins add goes and comes with them, without a reload", async () => {
    const { page, context } = await open(browser);
    const token = await tokenOf(tenant.admin);
    const crm = `/api/v1/tenants/${tenant.slug}/plugins/crm`;
    await signIn(page, member, addressOf(tenant.slug, "/analytics/overview"));
    const loaded = await page.evaluate(() => performance.timeOrigin);

    await page.getByRole("link", { name: "Largest deals" }).click();
    await page.getByRole("rowheader", { name: "Roof" }).waitFor();
    await shoot(page, "crm-in-analytics");
    await call(token, "POST", `${crm}/disable`);
    await sidebar(page).getByRole("link", { name: "Contacts" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Largest deals" }).waitFor({ state: "detached" });
    await call(token, "POST", `${crm}/enable`);
    await sidebar(page).getByRole("link", { name: "Contacts" }).waitFor();
    await page.getByRole("link", { name: "Largest deals" }).waitFor();
    assert.equal(await page.evaluate(() => performance.timeOrigin), loaded);
    await context.close();
});
