import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { launch, open, shoot, signIn } from "./support/browser.mjs";
import { addressOf, call, createPerson, createTenant, install, person, tokenOf } from "./support/platform.mjs";
import { freshId, publish } from "./support/plugin.mjs";

const EVIL = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
const LOGO =
    "data:image/svg+xml;base64," +
    Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.document.title=\'owned\'"><script>document.title="owned"</script></svg>',
    ).toString("base64");
const id = freshId("evil");
let browser;
let tenant;
let at;

/** Makes the page at Contacts of CRM another one, as if its publisher had published it so, or (`hash`) as if not. */
async function publishInstead(context, script, hash = true) {
    const file = /\/plugins\/crm\/[^/]+\/ui\/contacts\.js$/;
    const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
    await context.route(file, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
    if (!hash) return;
    await context.route("**/api/v1/console", async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        for (const plugin of body.plugins) {
            for (const url of Object.keys(plugin.integrity)) if (file.test(url)) plugin.integrity[url] = integrity;
        }
        await route.fulfill({ response: answer, json: body });
    });
}

const navigation = (page) => page.getByRole("navigation").first();
const heading = (page, words = /./) => page.getByRole("heading", { level: 1, name: words }).waitFor();

before(async () => {
    browser = await launch();
    tenant = await createTenant(`Massive ${EVIL}`);
    await install(tenant.admin, "crm");
    at = (path) => addressOf(tenant.slug, path);
});

after(async () => {
    await browser.close();
    await tenant?.remove();
});

/** Somebody signed in, whose page is closed afterwards. */
async function asAdmin(path, work, options) {
    const opened = await open(browser, options);
    try {
        await signIn(opened.page, tenant.admin, at(path));
        await heading(opened.page);
        await work(opened.page, opened);
    } finally {
        await opened.context.close();
    }
}

test("an interface that fails, or never answers, is told and tried again", async () => {
    const { page, context } = await open(browser);
    let answer = (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>Oops</h1>" });
    await context.route(/\/api\/v1\/plugins\?/, (route) => answer(route));
    await signIn(page, tenant.admin, at("/manage/plugins"));
    const again = page.getByRole("main").getByRole("button", { name: "Try again" });
    await again.waitFor();
    assert.equal(await page.getByText("Oops").count(), 0);
    await shoot(page, "hostile-500");

    let release;
    const silence = new Promise((resolve) => (release = resolve));
    answer = async (route) => {
        await silence;
        await route.continue();
    };
    await page.reload();
    await page.locator("main [aria-busy=true]").first().waitFor();
    await shoot(page, "hostile-silent");
    release();
    await page.getByRole("link", { name: "CRM", exact: true }).first().waitFor();
    await context.close();
});

test("files that are not those that were published are not run", async () => {
    const { page, context } = await open(browser);
    await publishInstead(context, "document.title = 'owned'; export default () => null;", false);
    await signIn(page, tenant.admin, at("/crm/contacts"));
    await page.getByText("Its files are not those that were published").waitFor();
    assert.notEqual(await page.title(), "owned");
    await shoot(page, "hostile-hash");
    await context.close();
});

test("what is no JavaScript, and what throws, stand in their own place only", async () => {
    for (const [script, words] of [
        ["<!doctype html><p>None", "Its files cannot be run."],
        ["export default () => { throw new Error('on purpose'); };", "Trying again often helps."],
    ]) {
        const { page, context } = await open(browser);
        await publishInstead(context, script);
        await signIn(page, tenant.admin, at("/crm/contacts"));
        await page.getByText(words).first().waitFor();
        await shoot(page, "hostile-broken");
        await navigation(page).getByRole("link", { name: "Deals" }).click();
        await heading(page, "Deals");
        await context.close();
    }
});

test("what people write is shown as they wrote it, and never run", async () => {
    await publish({ id, name: `Evil ${EVIL}`, version: "1.0.0", description: EVIL });
    const token = await tokenOf(tenant.admin);
    const colors = { primary: "red;background:url(javascript:alert(1))" };
    await call(token, "PATCH", "/api/v1/settings/theme", { colors }).catch((refused) =>
        assert.match(String(refused), /400/),
    );
    await call(token, "PATCH", "/api/v1/settings/theme", { logo: LOGO }).catch((refused) =>
        assert.match(String(refused), /400/),
    );
    const me = await call(token, "GET", "/api/v1/auth/me");
    await call(token, "PATCH", `/api/v1/users/${me.user.id}`, { firstName: EVIL }).catch((refused) =>
        assert.match(String(refused), /400/),
    );

    await asAdmin(`/manage/plugins?q=${id}`, async (page) => {
        await page.getByText(EVIL).first().waitFor();
        await shoot(page, "hostile-words");
        await page.goto(at(`/manage/plugins/${id}`));
        await page.getByText(EVIL).first().waitFor();
        assert.ok(!(await page.title()).startsWith("owned"));
        assert.equal(await page.locator("main img[src=x], main script").count(), 0);
    });
});

test("a logo from elsewhere is not asked for: the initial stands in its place", async () => {
    const logo = "https://pictures.example/logo.png";
    await call(await tokenOf(tenant.admin), "PATCH", "/api/v1/settings/theme", { logo, favicon: logo });
    await asAdmin("/manage/settings/general", async (page, { wrongs }) => {
        await page.getByText("from where the console shows no pictures").first().waitFor();
        await page.locator('aside button [data-letter="M"]').waitFor();
        await shoot(page, "hostile-logo");
        assert.equal(await page.locator(`img[src="${logo}"]`).count(), 0);
        assert.deepEqual(
            wrongs.filter((wrong) => !wrong.includes("/realms/")),
            [],
        );
    });
    await call(await tokenOf(tenant.admin), "PATCH", "/api/v1/settings/theme", { logo: null, favicon: null });
});

test("a session that ends leaves the page as it is, below a dialog, and to nobody else", async () => {
    const other = await createPerson(tenant.admin, "viewer");
    await asAdmin("/manage/access/roles/new", async (page, { context }) => {
        let isAsked = false;
        page.on("dialog", (dialog) => {
            isAsked = true;
            void dialog.dismiss();
        });
        const name = page.getByLabel("Name", { exact: true });
        await name.fill("Half written");
        await page.getByRole("checkbox").first().check();
        const refused = (status, body) => (route) => route.fulfill({ status, contentType: "application/json", body });
        await context.route(/\/protocol\/openid-connect\/(token|auth)/, refused(400, '{"error":"invalid_grant"}'));
        await context.route("**/api/v1/**", refused(401, '{"code":"unauthenticated"}'));
        await page.getByRole("button", { name: "Create role" }).click();
        await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
        assert.equal(await page.getByRole("dialog").count(), 1);
        assert.equal(await name.inputValue(), "Half written");
        await shoot(page, "hostile-session");

        await context.unrouteAll();
        await context.clearCookies();
        const opened = context.waitForEvent("page");
        await page.getByRole("button", { name: "Sign in again" }).click();
        const beside = await opened;
        await beside.locator("#username").fill(other.username);
        await beside.locator("#password").fill(other.password);
        await beside.locator("#kc-login").click();
        await heading(page, /^Good /);
        assert.equal(isAsked, false);
    });
});

test("without Keycloak the way in says so, and offers to try again", async () => {
    const { page, context } = await open(browser);
    await context.route(/\/realms\//, (route) => route.abort());
    await page.goto(at("/")).catch(() => {});
    await page.getByRole("heading", { name: "Signing in does not work at the moment" }).waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await shoot(page, "hostile-keycloak");
    await context.close();
});

test("two tabs with two tenants do not know of each other", async () => {
    const { page, context } = await open(browser);
    await signIn(page, tenant.admin, at("/"));
    await heading(page);
    const other = await context.newPage();
    await signIn(other, person("globex", "admin"), addressOf("globex", "/"));
    await heading(other);
    await page.reload();
    await heading(page);
    await page
        .getByText(/^Massive/)
        .first()
        .waitFor();
    await other
        .getByText(/^Globex/)
        .first()
        .waitFor();
    await context.close();
});
