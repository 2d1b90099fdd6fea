import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, call, person, tokenOf, url } from "./support/platform.mjs";

const admin = person("acme", "admin");
const viewer = person("acme", "viewer");
const NARROW = { width: 320, height: 640 };
const QUIET_MS = 250;
const WIDE = { width: 1280, height: 800 };
let browser;
let paths;

/** Every page of the shell; of those with an id one. */
async function allPaths() {
    const token = await tokenOf(admin);
    const [{ items: roles }, { items: workspaces }] = await Promise.all([
        call(token, "GET", "/api/v1/roles"),
        call(token, "GET", "/api/v1/workspaces"),
    ]);
    const workspace = `/manage/people/workspaces/${workspaces[0].id}`;
    const crm = "/manage/plugins/crm";
    const install = "/manage/plugins/analytics/install";
    return [
        "/",
        "/me",
        "/search?q=acme",
        "/crm/contacts",
        "/crm/deals",
        "/analytics",
        "/nothing-here",
        "/manage",
        "/manage/plugins",
        "/manage/plugins?tab=installed",
        "/manage/plugins?tab=upgrades",
        crm,
        ...["permissions", "configuration", "versions"].map((tab) => `${crm}?tab=${tab}`),
        `${crm}/upgrade`,
        `${crm}/uninstall`,
        install,
        ...["permissions", "review"].map((step) => `${install}?step=${step}`),
        ...["", "/teams", "/workspaces"].map((list) => `/manage/people${list}`),
        workspace,
        ...["plugins", "settings"].map((tab) => `${workspace}?tab=${tab}`),
        ...["", "?tab=permissions", "?tab=policies", "/explain", "/roles/new", "/policies/new"].map(
            (page) => `/manage/access${page}`,
        ),
        `/manage/access/roles/${roles[0].id}`,
        "/manage/audit",
        ...["general", "security", "plan", "integrations", "advanced", "none"].map((one) => `/manage/settings/${one}`),
    ];
}

/** Goes on within the page that is open, as a link does, and waits until all is there and nothing changes any more. */
async function go(page, path) {
    await page.evaluate(
        (address) => {
            // Until the page has begun to change, the one before it still stands there and is as quiet as a page that is done.
            globalThis.changed = performance.now() + 2_000;
            globalThis.watch ??= new MutationObserver(() => (globalThis.changed = performance.now()));
            globalThis.watch.observe(document.getElementById("main"), { childList: true, subtree: true });
            history.pushState({}, "", address);
            dispatchEvent(new PopStateEvent("popstate", { state: {} }));
        },
        addressOf("acme", path),
    );
    await page.waitForFunction(
        (quiet) =>
            performance.now() - globalThis.changed > quiet &&
            document.querySelector("main h1") &&
            !document.querySelector("main [aria-busy=true]"),
        QUIET_MS,
    );
}

async function enter(who, colorScheme) {
    const opened = await open(browser, { colorScheme });
    await signIn(opened.page, who, addressOf("acme"));
    await opened.page.locator("main h1").first().waitFor();
    return opened;
}

/** Looks at all pages; what is wrong with any is told of all of them together. */
async function walk({ page, context }, name, look = async () => {}) {
    const found = [];
    for (const path of paths) {
        try {
            await go(page, path);
            await page
                .waitForFunction(() => document.querySelectorAll("h1").length === 1)
                .catch(() => assert.fail("there is not exactly one h1"));
            await demandAccessible(page);
            await look(page);
        } catch (wrong) {
            found.push(`${path}: ${wrong.message}`);
        }
    }
    await shoot(page, `pages-${name}`);
    await context.close();
    assert.deepEqual(found, []);
}

/** On the smallest screen what is wide scrolls in its place, and the page does not. */
async function demandNarrow(page) {
    await page.setViewportSize(NARROW);
    await page
        .waitForFunction((most) => document.documentElement.scrollWidth <= most, NARROW.width, { timeout: 5_000 })
        .catch(() => assert.fail(`the page is wider than ${NARROW.width} pixels`));
    await page.setViewportSize(WIDE);
}

before(async () => {
    browser = await launch();
    paths = await allPaths();
});

after(() => browser.close());

test("every page can be used by everybody: light, dark, narrow, and by who may see little of it", async () => {
    const light = await enter(admin, "light");
    const dark = await enter(admin, "dark");
    const little = await enter(viewer, "dark");
    await Promise.all([walk(light, "light", demandNarrow), walk(dark, "dark"), walk(little, "viewer")]);
    // Whether there is a plugin of that name is asked, and the answer is no.
    assert.deepEqual(
        [...light.wrongs, ...dark.wrongs].filter((wrong) => !wrong.endsWith("/plugins/nothing-here")),
        [],
    );
});

test("what gets the focus by the keyboard is not hidden below what stays in sight", async () => {
    const { page, context } = await enter(admin, "light");
    for (const [path, at] of [
        ["/manage/access", "a[href*='/roles/']"],
        ["/manage/access/roles/new", "input[type=checkbox]"],
    ]) {
        await go(page, path);
        const hidden = await page.evaluate(async (selector) => {
            const found = [];
            for (const one of document.querySelectorAll(`main ${selector}`)) {
                one.focus();
                await new Promise(requestAnimationFrame);
                const { x, y, width, height } = one.getBoundingClientRect();
                const top = document.elementFromPoint(x + width / 2, y + height / 2);
                if (!top?.contains(one) && !one.contains(top) && !one.parentElement.contains(top))
                    found.push(one.textContent || one.id);
            }
            return found;
        }, at);
        assert.deepEqual(hidden, [], path);
    }
    await context.close();
});

test("who has no organisation yet names it, and is led to its sign-in", async () => {
    const { page, context, wrongs } = await open(browser);
    await page.goto(url);
    const field = page.getByLabel("Your organisation");
    await field.fill("Acme Ltd");
    await page.getByRole("button", { name: "Go to sign in" }).click();
    await page.getByText("That is not the name of an organisation.").waitFor();
    await demandAccessible(page);
    await shoot(page, "pages-organisation");
    await field.fill("ACME");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/realms\/tenant-acme\//);
    await page.goto(url);
    assert.equal(await field.inputValue(), "acme");
    assert.deepEqual(wrongs, []);
    await context.close();
});
