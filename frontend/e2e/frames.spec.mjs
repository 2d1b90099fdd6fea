import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, createTenant, install } from "./support/platform.mjs";
import { freshId, publish } from "./support/plugin.mjs";

const id = freshId("loop");
const name = `Loop ${id.slice(5)}`;
let browser;
let tenant;

/** Nobody has signed it: its pages run in frames. One of them runs for ever once it is shown. */
const loop = [
    {
        id,
        name,
        version: "1.0.0",
        description: "Turns and turns",
        web: {
            remoteEntry: "ui/turn.js",
            routePrefix: `/${id}`,
            contributions: [
                { point: "page", module: "./turn", label: "Turn" },
                { point: "sidebar.menu", module: "./turn", label: "Turn" },
                { point: "header.search", module: "./search" },
                { point: "header.notifications", module: "./news" },
                { point: "header.logo", module: "./logo" },
            ],
        },
    },
    {
        "ui/turn.js": `
            import { createElement as h, useEffect } from "react";
            export default function Turn() {
                useEffect(() => void setTimeout(() => { for (;;); }, 500), []);
                return h("p", null, "It turns");
            }`,
        "ui/news.js": `
            import { createElement as h } from "react";
            export default () => h("p", null, "It has turned twice");`,
        "ui/logo.js": `
            import { createElement as h } from "react";
            export default () => h("b", null, "∞");`,
        "ui/search.js": "export default { search: () => Promise.resolve([]) };",
    },
];

const navigation = (page) => page.getByRole("navigation").first();
const notice = (page, who) => page.getByRole("heading", { level: 1, name: `${who} froze this page last time` });

before(async () => {
    browser = await launch();
    await publish(...loop);
    tenant = await createTenant("Umbra");
    await install(tenant.admin, "crm");
});

after(async () => {
    await browser.close();
    await tenant?.remove();
});

async function enter(path) {
    const opened = await open(browser);
    await signIn(opened.page, tenant.admin, addressOf(tenant.slug, path));
    await opened.page.getByRole("heading", { level: 1 }).waitFor();
    return opened;
}

test("whoever installs a plugin that runs in frames is told, and of no other plugin", async () => {
    const { page, context, wrongs } = await enter(`/manage/plugins/${id}/install`);
    await page.getByText("Not signed by a publisher that you trust").waitFor();
    await page.getByText("Left out: search and the logo.").waitFor();
    await demandAccessible(page);
    await shoot(page, "frames-notice");
    await page.goto(addressOf(tenant.slug, "/manage/plugins/analytics/install"));
    await page.getByRole("heading", { level: 1, name: "Install Analytics" }).waitFor();
    await page.getByRole("button", { name: "Continue to what it can do" }).waitFor();
    assert.equal(await page.getByText("frame of their own").count(), 0);
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("a plugin's news stand below the notifications until somebody mutes it, and its logo in the tenant's place", async () => {
    await install(tenant.admin, id);
    const { page, context, wrongs } = await enter("/");
    const bell = page.getByRole("button", { name: /^Notifications/ });
    const news = page.frameLocator(".px-notes iframe").getByText("It has turned twice");
    await bell.click();
    await news.waitFor();
    await demandAccessible(page);
    await shoot(page, "frames-news");
    await page.getByRole("button", { name: `Mute ${name}` }).click();
    await news.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await bell.click();
    await news.waitFor();
    assert.equal(await page.getByText("∞").count(), 0);

    // As if its publisher were trusted: a logo is never drawn in a frame.
    await context.route("**/api/v1/console", async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        for (const plugin of body.plugins) plugin.sandbox = false;
        await route.fulfill({ response: answer, json: body });
    });
    await page.reload();
    await page.getByText("∞").waitFor();
    await shoot(page, "frames-logo");
    assert.deepEqual(wrongs, []);
    await context.close();
});

test("a page in a frame that runs for ever is closed, and opened unasked in no tab", async () => {
    const { page, context } = await enter("/");
    const other = await context.newPage();
    await other.goto(addressOf(tenant.slug, "/"));
    await navigation(other).getByRole("link", { name: "Turn" }).waitFor();

    await navigation(page).getByRole("link", { name: "Turn" }).click();
    await page.frameLocator("main iframe").getByText("It turns").waitFor();
    await notice(page, name).waitFor();
    await page.getByText("It did not answer for ten seconds").waitFor();
    await demandAccessible(page);
    await shoot(page, "frames-frozen");

    await navigation(other).getByRole("link", { name: "Turn" }).click();
    await notice(other, name).waitFor();
    const later = await context.newPage();
    await later.goto(addressOf(tenant.slug, `/${id}/turn`));
    await notice(later, name).waitFor();
    await later.getByRole("button", { name: "Open anyway" }).click();
    await later.frameLocator("main iframe").getByText("It turns").waitFor();
    await context.close();
});

test("a page that froze its tab is opened unasked in no other", async () => {
    const { page, context } = await enter("/");
    const other = await context.newPage();
    await other.goto(addressOf(tenant.slug, "/"));
    const contacts = navigation(other).getByRole("link", { name: "Contacts" });
    await contacts.waitFor();

    await navigation(page).getByRole("link", { name: "Contacts" }).click();
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await page.evaluate(
        () =>
            void setTimeout(() => {
                for (;;);
            }),
    );
    await contacts.click();
    await notice(other, "CRM").waitFor();
    await other.getByRole("button", { name: "Open anyway" }).click();
    await other.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await context.close();
});
