// The browser that specs drive, and what they do in it again and again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const shots = process.env.PLEXICA_SCREENSHOTS ?? "screenshots";
const serious = ["serious", "critical"];

/** Where the browser is that this machine has. */
export function executable() {
    if (process.env.PLEXICA_CHROMIUM) return process.env.PLEXICA_CHROMIUM;
    for (const name of NAMES) {
        try {
            return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
        } catch {
            continue;
        }
    }
    throw new Error("There is no Chromium: apt-get install chromium");
}

/** Starts it. As root it has no sandbox of its own. */
export function launch() {
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    return chromium.launch({ executablePath: executable(), args });
}

/**
 * A page in a profile of its own. What goes wrong in it (errors, refusals of the content policy) is kept in `wrongs`, so that a
 * spec can demand that there is nothing.
 */
export async function open(browser, options = {}) {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const wrongs = [];
    page.on("pageerror", (error) => wrongs.push(String(error)));
    page.on("console", (message) => {
        if (message.type() === "error") wrongs.push(`${message.text()} ${message.location().url}`);
    });
    page.setDefaultTimeout(20_000);
    return { page, context, wrongs };
}

/** Signs somebody in on Keycloak's page, to which the console has led, and waits until the console is back. */
export async function signIn(page, who, address) {
    if (address) await page.goto(address);
    await page.waitForURL(/\/realms\//);
    await page.locator("#username").fill(who.username);
    await page.locator("#password").fill(who.password);
    await page.locator("#kc-login").click();
    await page.waitForURL((at) => !at.pathname.startsWith("/realms/"));
}

/** Keeps a picture of the page. */
export async function shoot(page, name) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/**
 * Demands that nobody is kept out by how the page is built, once what fades in is there; with `all` nobody is disturbed
 * either. `only` names the rules to look at.
 */
export async function demandAccessible(page, { all = false, only } = {}) {
    await page.evaluate(async () => {
        const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
        await Promise.allSettled(passing.map((one) => one.finished));
    });
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
    const { violations } = await page.evaluate(
        (options) => globalThis.axe.run(document, { resultTypes: ["violations"], ...options }),
        only ? { runOnly: only } : {},
    );
    const found = violations
        .filter(({ impact }) => all || serious.includes(impact))
        .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`);
    assert.deepEqual(found, []);
}
