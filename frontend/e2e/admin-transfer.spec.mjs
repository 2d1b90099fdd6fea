import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { adminAddress, boss, call, createTenant, tokenOf } from "./support/platform.mjs";

let browser;
let tenant;

before(async () => {
    browser = await launch();
    tenant = await createTenant("Traveller");
});

after(async () => {
    await browser.close();
    await tenant?.remove().catch(() => {});
});

/** A file as somebody chooses it. */
function chosen(name, buffer) {
    return { name, mimeType: "application/zip", buffer };
}

test("a tenant is saved as a file, looked at before anything is made of it, and comes back under another slug", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress(`/tenants/${tenant.slug}`));
    await page.getByRole("button", { name: "More for Traveller" }).click();
    await page.getByRole("menuitem", { name: "Export" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export Traveller" }).click();
    const download = await saved;
    assert.match(download.suggestedFilename(), new RegExp(`^${tenant.slug}-.*\\.plexica\\.zip$`));
    const file = readFileSync(await download.path());
    await page.getByText("Traveller is exported").waitFor();
    await shoot(page, "admin-exported");
    await demandAccessible(page);

    await page.getByRole("link", { name: "Import", exact: true }).click();
    const input = page.locator("input[type=file]");
    await input.setInputFiles(chosen("broken.plexica.zip", file.subarray(0, file.length / 2)));
    await page.getByText("broken.plexica.zip cannot be imported").waitFor();
    await demandAccessible(page);
    await input.setInputFiles(chosen("whole.plexica.zip", file));
    await page.getByText("whole.plexica.zip cannot be imported").waitFor();
    await page.getByText(`It is here already, as ${tenant.slug}`).waitFor();
    await page.getByText(`Another tenant has the slug ${tenant.slug}`).waitFor();
    await shoot(page, "admin-import-refused");
    await demandAccessible(page);
    assert.equal(await page.getByRole("button", { name: "Import Traveller" }).count(), 0);

    await tenant.remove();
    const other = `${tenant.slug}b`;
    await page.getByLabel("Slug", { exact: true }).fill(other);
    await page.getByRole("button", { name: "Check again" }).click();
    await page.getByRole("button", { name: "Import Traveller" }).waitFor();
    await page.getByText("Nothing has changed yet").waitFor();
    await shoot(page, "admin-import-preview");
    await demandAccessible(page);
    await page.getByRole("button", { name: "Import Traveller" }).click();
    await page.getByText("Traveller is here").waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByText("Traveller is here").waitFor();
    await demandAccessible(page);
    await page.getByRole("link", { name: "Open Traveller" }).click();
    await page.getByRole("heading", { level: 1, name: "Traveller" }).waitFor();
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("status of 400")),
        [],
    );
    await context.close();
    await call(await tokenOf(boss), "DELETE", `/api/v1/tenants/${other}?mode=hard`);
});

test("an export that is refused, or broken off on the way, saves nothing and says why", async () => {
    const { page, context, wrongs } = await open(browser);
    let answer = {
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 503, code: "unavailable", detail: "Enough tenants are being exported here" }),
    };
    await context.route("**/api/v1/tenants/acme/export", (route) => route.fulfill(answer));
    page.on("download", () => wrongs.push("something was saved"));
    await signIn(page, boss, adminAddress("/transfer?tenant=acme"));
    await page.getByRole("button", { name: "Export Acme" }).click();
    const card = page.getByRole("region", { name: "Acme was not exported" });
    await card.getByText("Enough tenants are being exported here.").waitFor();
    await demandAccessible(page);

    answer = { status: 200, contentType: "application/zip", body: "PK and then nothing" };
    await card.getByRole("button", { name: "Try again" }).click();
    await card.getByText(/^The file broke off on the way/).waitFor();
    await shoot(page, "admin-export-broken");
    await card.getByRole("button", { name: "Dismiss" }).click();
    await card.waitFor({ state: "detached" });
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("status of 503")),
        [],
    );
    await context.close();
});

test("a sign-in that failed is told as one, and the doctor says what to do", async () => {
    const name = `nobody-${Date.now().toString(36)}@acme.example`;
    await assert.rejects(tokenOf({ tenant: "acme", username: name, password: "wrong" }), /401/);
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/tenants/acme"));
    await page.getByText(`Sign-in as ${name} failed`).waitFor();
    await page.getByRole("link", { name: "All in the audit log" }).click();
    await page.getByRole("button", { name: "Not signed in" }).first().click();
    await page.getByRole("complementary", { name: /^Sign-in as .* failed$/ }).waitFor();
    await demandAccessible(page);

    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Doctor" }).click();
    await page.getByRole("heading", { level: 2, name: "To see to" }).waitFor();
    await page.getByRole("button", { name: "Show them" }).click();
    await page.getByText("can do no more than they must").waitFor();
    await shoot(page, "admin-doctor");
    await demandAccessible(page);
    assert.deepEqual(wrongs, []);
    await context.close();
});
