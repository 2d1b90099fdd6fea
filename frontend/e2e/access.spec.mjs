import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, call, createPerson, createTenant, install, tokenOf } from "./support/platform.mjs";

let browser;
let tenant;
let marta;

before(async () => {
    browser = await launch();
    tenant = await createTenant("Hooli");
    marta = await createPerson(tenant.admin, "member", "Marta", "Rossi");
    await install(tenant.admin, "crm");
});

after(async () => {
    await tenant?.remove();
    await browser.close();
});

async function enter(who, path) {
    const opened = await open(browser);
    await signIn(opened.page, who, addressOf(tenant.slug, path));
    await opened.page.getByRole("heading", { level: 1 }).waitFor();
    return opened;
}

async function pick(page, label, words) {
    await page.getByRole("combobox", { name: label, exact: true }).fill(words);
    await page.getByRole("listbox").getByRole("option").first().click();
}

test("a role is made, contended for, and deleted", async () => {
    const { page, context, wrongs } = await enter(tenant.admin, "/manage/access");
    await page.getByRole("link", { name: "Admin", exact: true }).waitFor();
    await demandAccessible(page);
    await page.getByRole("link", { name: "New role" }).click();
    await page.getByLabel("Name").fill("Sales lead");
    await page.getByLabel("Delete contacts").check();
    await page.getByText("will be able to delete contacts").waitFor();
    await demandAccessible(page);
    await page.getByRole("button", { name: "Create role" }).click();
    await page.getByRole("link", { name: "Sales lead" }).click();

    await page.getByLabel("Name").fill("Sales leads");
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const token = await tokenOf(tenant.admin);
    await call(token, "PUT", `/api/v1/roles/${id}`, { name: "Sales lead", description: "Theirs", permissions: [] });
    await page.getByRole("button", { name: "Save role" }).click();
    const dialog = page.getByRole("dialog", { name: /has changed meanwhile/ });
    await dialog.getByText("Theirs", { exact: true }).waitFor();
    await demandAccessible(page);
    await dialog.getByRole("button", { name: "Save mine" }).click();
    await page.getByRole("link", { name: "Sales leads" }).click();

    await page.getByRole("button", { name: "Delete role" }).click();
    await page.getByText("No person has it, so nobody loses anything.").waitFor();
    await page.getByRole("button", { name: "Delete Sales leads" }).click();
    await page.getByText("The role Sales leads is deleted.").first().waitFor();
    await page.getByRole("link", { name: "Sales leads" }).waitFor({ state: "detached" });
    // The contended save was refused, and browsers tell of that.
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("412")),
        [],
    );
    await context.close();
});

test("a policy is put together, and the question why is answered with what it found", async () => {
    const { page, context, wrongs } = await enter(tenant.admin, "/manage/access/policies/new");
    await page.getByLabel("Name").fill("No big deals");
    await pick(page, "What it concerns", "crm:deals:write");
    await pick(page, "What", "The thing itself");
    await page.getByLabel("Its field").fill("amount");
    await page.getByLabel("How", { exact: true }).selectOption("greaterThan");
    await page.getByLabel("Compared with").selectOption("number");
    await page.getByLabel("Value").fill("10000");
    await page.getByText("Refuses “write deals” in CRM when its amount is more than 10,000.").waitFor();
    await page.getByRole("button", { name: "Add a group" }).click();
    await page.getByRole("button", { name: "Remove the group" }).click();
    await demandAccessible(page);
    await page.getByRole("link", { name: "Cancel" }).click();
    await page
        .getByRole("dialog", { name: "Leave without saving?" })
        .getByRole("button", { name: "Stay here" })
        .click();
    await page.getByRole("button", { name: "Create policy" }).click();
    await page.getByRole("link", { name: /^No big deals/ }).waitFor();
    await demandAccessible(page);

    await page.getByRole("link", { name: "Why can this user do that?" }).click();
    await page.getByRole("heading", { name: "Questions to begin with" }).waitFor();
    await pick(page, "Can", "Marta");
    await pick(page, "do this", "Write deals");
    await page.getByLabel("with", { exact: true }).selectOption("one");
    await page.getByLabel(/^Amount/).fill("20000");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("heading", { name: "No, Marta can’t write deals." }).waitFor();
    await page.getByText("it is 20,000").waitFor();
    await page.getByText("Change the policy No big deals").waitFor();
    await demandAccessible(page);
    await shoot(page, "access-explain");
    await page.getByLabel(/^Amount/).fill("500");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("heading", { name: "Yes, Marta can write deals." }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Yes, Marta can write deals." }).waitFor();
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("who may not see is told whom to ask, and what to say", async () => {
    const { page, context, wrongs } = await enter(marta, "/manage/access");
    await page.getByText("You can’t see Roles.").waitFor();
    await page.getByText("Ada Admin can give you access.").waitFor();
    await demandAccessible(page);
    await page.goto(addressOf(tenant.slug, "/manage/audit"));
    await page.getByText("You can’t see the audit log.").waitFor();
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("the audit log is narrowed, opened and taken along", async () => {
    const { page, context, wrongs } = await enter(tenant.admin, "/manage/audit?action=core.policy.*");
    const row = page.getByRole("row", { name: /created No big deals/ });
    await row.getByRole("button").click();
    const panel = page.getByRole("complementary", { name: /created No big deals/ });
    await panel.getByText("conditions.all.0.value").waitFor();
    await demandAccessible(page);
    await shoot(page, "audit-row");

    await call(await tokenOf(tenant.admin), "POST", "/api/v1/policies", {
        name: "Another",
        permission: "crm:*",
        effect: "DENY",
        conditions: { attribute: "user.email", operator: "equals", value: "nobody" },
    });
    await page.getByRole("button", { name: "1 new" }).click();
    await page.getByText("Another").first().waitFor();

    const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export" }).click(),
    ]);
    assert.match(await readFile(await download.path(), "utf8"), /core\.policy\.created.*No big deals/);
    await page.getByRole("button", { name: "Close", exact: true }).last().click();

    await page.goto(addressOf(tenant.slug, "/manage/audit?from=2099-01-01"));
    await page.getByText("No change matches.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("switch", { name: "Show keys" }).click();
    await page.getByText("core.policy.created").first().waitFor();
    assert.deepEqual(wrongs, []);
    await context.close();
});
