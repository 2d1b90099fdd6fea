import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, createTenant } from "./support/platform.mjs";

const nasty = '<img src=x onerror="document.title=1">';

let browser;
let tenant;

before(async () => {
    browser = await launch();
    tenant = await createTenant("Umbrella");
});

after(async () => {
    await browser.close();
    await tenant.remove();
});

test("an admin adds somebody and gives a role, and who has it sees its pages at the next sign-in", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, tenant.admin, addressOf(tenant.slug, "/manage/people"));
    await page.getByText("You are alone here.").waitFor();
    await demandAccessible(page);

    await page.getByRole("button", { name: "Invite" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Invite somebody" });
    await dialog.getByRole("button", { name: "Send the invitation" }).click();
    await dialog.getByText("Write the address of whom you invite.").waitFor();
    const somebody = { username: `marta@${tenant.slug}.example`, password: "Another-Person-1" };
    await dialog.getByLabel("E-mail address").fill(somebody.username);
    await dialog.getByLabel("First name").fill("Marta");
    await dialog.getByLabel("Last name").fill("Rossi");
    await dialog.getByText("Give a first password").click();
    await dialog.getByLabel("First password", { exact: true }).fill(somebody.password);
    await demandAccessible(page);
    await dialog.getByRole("button", { name: "Add the person" }).click();

    const panel = page.getByRole("complementary", { name: "Marta Rossi" });
    await panel.getByRole("switch", { name: "Member", checked: true }).waitFor();
    await panel.getByRole("switch", { name: "Admin" }).click();
    await panel.getByRole("switch", { name: "Admin", checked: true }).waitFor();
    await page.getByRole("table", { name: "People" }).getByText("Marta Rossi").waitFor();
    await demandAccessible(page);
    await shoot(page, "people");

    const other = await open(browser);
    await signIn(other.page, somebody, addressOf(tenant.slug, "/"));
    await other.page.getByRole("link", { name: "People" }).first().click();
    await other.page.getByRole("table", { name: "People" }).getByText(somebody.username).waitFor();
    assert.deepEqual(other.wrongs, []);
    await other.context.close();
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("a workspace's name is words, whatever it looks like, and its members are those who were added", async () => {
    const { page, context, wrongs } = await open(browser);
    const name = `North ${nasty}`;
    await signIn(page, tenant.admin, addressOf(tenant.slug, "/manage/people/workspaces"));
    await page.getByRole("button", { name: "New workspace" }).click();
    const dialog = page.getByRole("dialog", { name: "New workspace" });
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    await dialog.getByLabel("Slug").fill("north");
    await dialog.getByRole("button", { name: `Make ${name}` }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    assert.equal(await page.locator("img[src=x]").count(), 0);
    assert.notEqual(await page.title(), "1");

    const member = page.getByRole("table", { name: `Members of ${name}` }).getByText(`marta@${tenant.slug}.example`);
    await page.getByRole("combobox", { name: "Add somebody" }).fill("marta");
    await page.getByRole("option", { name: /Marta Rossi/ }).click();
    await page.getByRole("button", { name: "Add member" }).click();
    await member.waitFor();
    await demandAccessible(page);
    await page.getByRole("button", { name: `Take Marta Rossi out of ${name}` }).click();
    await member.waitFor({ state: "detached" });
    const said = page.locator(".px-toast").filter({ hasText: "Marta Rossi is out of" });
    await said.getByRole("button", { name: "Undo" }).click();
    await member.waitFor();
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("the last admin stays, and it is said why; settings show a colour before it is saved", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, tenant.admin, addressOf(tenant.slug, "/manage/people?role=admin"));
    const rows = page.getByRole("table", { name: "People" });
    await rows.getByText("Marta Rossi").click();
    const panel = page.getByRole("complementary", { name: "Marta Rossi" });
    await panel.getByRole("switch", { name: "Admin", checked: true }).click();
    await panel.getByRole("switch", { name: "Admin", checked: false }).waitFor();
    await rows.getByText(tenant.admin.username).click();
    await page.getByText("This is the last active admin. Make somebody else an admin first.").first().waitFor();

    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await page.getByRole("textbox", { name: "Colour optional" }).fill("#ffcc00");
    await page.getByText("Made darker to be readable on light").waitFor();
    await demandAccessible(page);
    await page.getByRole("link", { name: "Security" }).click();
    await page.getByRole("button", { name: "Stay here" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("The settings are saved").first().waitFor();
    await shoot(page, "settings");

    await page.getByRole("link", { name: "Security" }).click();
    await page.getByRole("button", { name: "New key" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New key" });
    await dialog.getByLabel("Name", { exact: true }).fill("Nightly export");
    await dialog.getByRole("checkbox").first().check();
    await demandAccessible(page);
    await dialog.getByRole("button", { name: "Make “Nightly export”" }).click();
    const secret = await page.getByLabel("Key", { exact: true }).inputValue();
    assert.match(secret, /^\S{20,}$/);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("table", { name: "API keys" }).getByText("Nightly export").waitFor();
    assert.equal(await page.getByText(secret).count(), 0);
    assert.deepEqual(wrongs, []);
    await context.close();
});
