import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, call, createPerson, createTenant, tokenOf } from "./support/platform.mjs";
import { freshId, publish } from "./support/plugin.mjs";

const id = freshId("notes");
const name = `Notes ${id.slice(6)}`;
let browser;
let tenant;
let colleague;
let admin;
let hers;

/** A plugin with a page, a setting and a table; what `more` says comes on top. */
function notes(version, more = {}) {
    const page = (word) => `
        import { createElement as h } from "react";
        import { usePlexica } from "@plexica/plugin-api";
        export default () => h("p", null, "${word} of " + usePlexica().tenant.name);`;
    const read = { key: `${id}:notes:read`, name: "Read notes", defaultRoles: ["member"] };
    const list = { module: "./list", label: "All notes", order: 10, permission: read.key };
    return [
        {
            id,
            name,
            version,
            description: "Keeps what should not be forgotten",
            category: "sales",
            permissions: [read, ...(more.permissions ?? [])],
            configuration: {
                schema: {
                    type: "object",
                    required: ["greeting"],
                    properties: { greeting: { type: "string", title: "Greeting", minLength: 3 } },
                },
            },
            data: { migrations: "db/migration" },
            web: {
                remoteEntry: "ui/list.js",
                routePrefix: `/${id}`,
                contributions: [
                    { point: "page", ...list },
                    { point: "sidebar.menu", ...list },
                    ...(more.contributions ?? []),
                ],
            },
        },
        {
            "ui/list.js": page("Notes"),
            "ui/archive.js": page("Archive"),
            "db/migration/V1__notes.sql": "CREATE TABLE notes (text text); INSERT INTO notes VALUES ('one');",
        },
    ];
}

let broken = false;

/** A step of the story; after one that failed the others make no sense. */
function step(what, steps) {
    test(what, async () => {
        if (broken) throw "an earlier step failed";
        broken = true;
        try {
            await steps();
            broken = false;
        } finally {
            if (broken) await Promise.all([shoot(admin.page, "story-failed"), shoot(hers.page, "story-failed-hers")]);
        }
    });
}

const navigation = (page) => page.getByRole("navigation").first();
/** What nobody has signed runs in a frame of its own. */
const shown = (page, words) => page.frameLocator("main iframe").getByText(words).waitFor();
const heading = (page, words) => page.getByRole("heading", { level: 1, name: words }).waitFor();

before(async () => {
    browser = await launch();
    await publish(...notes("1.0.0"));
    tenant = await createTenant("Hooli");
    colleague = await createPerson(tenant.admin, "viewer", "Vi", "Ewer");
    admin = await open(browser);
    hers = await open(browser);
    await Promise.all([
        signIn(admin.page, tenant.admin, addressOf(tenant.slug)),
        signIn(hers.page, colleague, addressOf(tenant.slug)),
    ]);
});

after(async () => {
    await browser.close();
    await tenant?.remove();
});

step("an admin finds a plugin, sees what it would change, and installs it", async () => {
    const { page } = admin;
    await heading(page, /./);
    await demandAccessible(page);
    await navigation(page).getByRole("link", { name: "Plugins" }).click();
    await page.getByRole("searchbox", { name: "Search plugins" }).fill(name);
    await page.getByRole("link", { name: `Install ${name}` }).waitFor();
    await shoot(page, "story-catalogue");
    await demandAccessible(page);
    await page.getByRole("link", { name: `Install ${name}` }).click();

    await page.getByRole("button", { name: "Continue to what it can do" }).click();
    await page.getByText("Read notes").waitFor();
    await shoot(page, "story-permissions");
    await demandAccessible(page);
    await page.getByRole("button", { name: "Continue to configuration" }).click();
    await page.getByRole("button", { name: "Continue to review" }).click();
    assert.equal(await page.getByLabel("Greeting").getAttribute("aria-invalid"), "true");
    await demandAccessible(page);
    await page.getByLabel("Greeting").fill("Good morning");
    await page.getByRole("button", { name: "Continue to review" }).click();

    await page.getByText(`${name} 1.0.0 is installed, and its pages appear`).waitFor();
    await shoot(page, "story-review");
    await demandAccessible(page);
    await page.getByRole("button", { name: `Install ${name}` }).click();
    await heading(page, `${name} is ready`);
    await navigation(page).getByRole("link", { name: "All notes" }).waitFor();
    await shoot(page, "story-ready");
    await demandAccessible(page);
});

step("a colleague who is given the right sees its pages appear, without a reload", async () => {
    await heading(hers.page, /./);
    const loaded = await hers.page.evaluate(() => performance.timeOrigin);
    assert.equal(await navigation(hers.page).getByText("All notes").count(), 0);

    const { page } = admin;
    await page.getByRole("combobox", { name: "Person" }).fill("Vi");
    await page.getByRole("option", { name: /Vi Ewer/ }).click();
    await page.getByText("Vi Ewer will be able to: read notes.").waitFor();
    await page.getByRole("button", { name: "Give access" }).click();
    await page.getByText("Vi Ewer has access.").first().waitFor();

    await navigation(hers.page).getByRole("link", { name: "All notes" }).click();
    await shown(hers.page, "Notes of Hooli");
    await shoot(hers.page, "story-colleague");
    await demandAccessible(hers.page);
    assert.equal(await hers.page.evaluate(() => performance.timeOrigin), loaded);
});

step("settings are changed from the form that the plugin's schema makes", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Details" }).click();
    await page.getByRole("link", { name: "Configuration" }).click();
    const greeting = page.getByLabel("Greeting");
    await greeting.fill("no");
    await page.getByRole("button", { name: "Save settings" }).click();
    assert.equal(await greeting.getAttribute("aria-invalid"), "true");
    await greeting.fill("Good evening");
    await shoot(page, "story-configuration");
    await demandAccessible(page);
    await page.getByRole("button", { name: "Save settings" }).click();
    await page.getByText(`The settings of ${name} are saved.`).first().waitFor();
});

step("an upgrade says what will be different, and pages that are open follow", async () => {
    const archive = { module: "./archive", label: "Archive", order: 20, permission: `${id}:notes:read` };
    await publish(
        ...notes("1.1.0", {
            permissions: [{ key: `${id}:notes:write`, name: "Write notes", defaultRoles: ["member"] }],
            contributions: [
                { point: "page", ...archive },
                { point: "sidebar.menu", ...archive },
            ],
        }),
    );
    const { page } = admin;
    await navigation(page).getByRole("link", { name: "Plugins" }).click();
    await page.getByRole("link", { name: /^Upgrades/ }).click();
    await page.getByRole("link", { name: "Preview upgrade to 1.1.0" }).click();
    await page.getByText("People can write notes: Admin and Member").waitFor();
    await shoot(page, "story-upgrade");
    await demandAccessible(page);
    await page.getByRole("button", { name: "Upgrade to 1.1.0" }).click();
    await heading(page, `${name} is on 1.1.0`);
    await demandAccessible(page);
    await navigation(hers.page).getByRole("link", { name: "Archive" }).click();
    await shown(hers.page, "Archive of Hooli");
});

step("what is disabled is gone at once, and back by Undo", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Details" }).click();
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("menuitem", { name: `Disable ${name}` }).click();
    const dialog = page.getByRole("dialog", { name: `Disable ${name}?` });
    await dialog.getByText(/Nothing is deleted/).waitFor();
    await shoot(page, "story-disable");
    await demandAccessible(page);
    await dialog.getByRole("button", { name: `Disable ${name}` }).click();
    await heading(hers.page, `${name} is disabled`);
    await navigation(hers.page).getByRole("link", { name: "Archive" }).waitFor({ state: "detached" });
    await page.getByText("Nothing was deleted").last().waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await shown(hers.page, "Archive of Hooli");
});

step("uninstalling with the data asks for the name, and leaves nothing behind", async () => {
    const { page } = admin;
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("menuitem", { name: `Uninstall ${name}` }).click();
    await page.getByText("Delete its data for ever").click();
    await page.getByText("Gone for good: 1 row in notes.").waitFor();
    const button = page.getByRole("button", { name: `Uninstall ${name} and delete its data` });
    await page.getByRole("textbox").fill("something else");
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await shoot(page, "story-uninstall");
    await demandAccessible(page);
    await page.getByRole("textbox").fill(id);
    await button.click();
    await page.getByText(`${name} is uninstalled, and its data is deleted.`).first().waitFor();
    await navigation(hers.page).getByRole("link", { name: "Archive" }).waitFor({ state: "detached" });

    const left = await call(await tokenOf(tenant.admin), "GET", `/api/v1/tenants/${tenant.slug}/plugins`);
    assert.equal(left.items.filter((one) => one.plugin === id && one.status === "INSTALLED").length, 0);
    assert.deepEqual([...admin.wrongs, ...hers.wrongs], []);
});
