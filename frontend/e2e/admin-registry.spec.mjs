import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demandAccessible, launch, open, shoot, signIn } from "./support/browser.mjs";
import { adminAddress, boss } from "./support/platform.mjs";

let browser;

before(async () => {
    browser = await launch();
});

after(() => browser.close());

/** A file that calls itself a jar and is none that can be published. */
function badJar(text) {
    return { name: "broken.jar", mimeType: "application/java-archive", buffer: Buffer.from(text) };
}

test("a jar that cannot be published is refused in words, and nothing has changed", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/registry"));
    await page.getByRole("table", { name: "Plugin registry" }).getByText("crm", { exact: true }).waitFor();
    await demandAccessible(page);
    await page.getByRole("link", { name: "Upload plugin" }).click();
    const input = page.locator("input[type=file]");

    await input.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
    await page.getByText("notes.txt is no jar").waitFor();
    await demandAccessible(page);
    await input.setInputFiles(badJar("no archive at all"));
    await page.getByText("broken.jar cannot be published").waitFor();
    await page.getByText("Nothing has changed yet").waitFor();
    await shoot(page, "admin-upload-refused");
    await demandAccessible(page);
    assert.equal(await page.getByRole("button", { name: /^Publish/ }).count(), 0);

    await page.getByRole("button", { name: "Choose another" }).click();
    const coordinate = page.getByPlaceholder("mvn:com.example/plugin/1.0.0");
    await coordinate.fill("http://somewhere.example/plugin.jar");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText(/^Must be mvn:group\/artifact\/version/).waitFor();
    assert.equal(await coordinate.inputValue(), "http://somewhere.example/plugin.jar");
    assert.equal(await coordinate.getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByText(/mvn:group\/artifact\/version:/).count(), 1);
    await demandAccessible(page);
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("status of 400")),
        [],
    );
    await context.close();
});

test("a version says what can be done to it, and a roll-out can always be taken back", async () => {
    const { page, context, wrongs } = await open(browser);
    await signIn(page, boss, adminAddress("/registry/crm"));
    await page
        .getByRole("button", { name: /^More for crm / })
        .first()
        .click();
    await page.getByRole("menuitem", { name: "Deprecate" }).click();
    const dialog = page.getByRole("dialog", { name: /^Deprecate crm / });
    await dialog.getByLabel(/What to take instead/).fill("never-was");
    await dialog.getByRole("button", { name: /^Deprecate crm / }).click();
    await dialog
        .getByText(/never-was/)
        .last()
        .waitFor();
    await demandAccessible(page);
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: "Roll-out" }).click();
    await page.getByRole("button", { name: "Stop and go back" }).waitFor();
    await page.getByRole("heading", { name: "Old beside new" }).waitFor();
    await shoot(page, "admin-rollout");
    await demandAccessible(page);
    assert.deepEqual(
        wrongs.filter((wrong) => !wrong.includes("status of 400")),
        [],
    );
    await context.close();
});
