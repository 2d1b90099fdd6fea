// What Lighthouse says of the page before sign-in and of Home, against a platform that runs. It is no part of the tests: it brings
// 150 packages. `npm install --no-save lighthouse@12`, then `node e2e/lighthouse.mjs` (PLEXICA_URL, PLEXICA_CREDENTIALS).
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { executable, signIn } from "./support/browser.mjs";
import { addressOf, person, url } from "./support/platform.mjs";

const LEAST = 0.95;
const CATEGORIES = ["accessibility", "best-practices"];

async function freePort() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

const profile = mkdtempSync(join(tmpdir(), "plexica-lighthouse-"));
const port = await freePort();
const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable(),
    args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
    const [page] = context.pages();
    await signIn(page, person("acme", "admin"), addressOf("acme"));
    await page.locator("main h1").first().waitFor();
    for (const [name, address] of [
        ["before sign-in", `${url}/`],
        ["Home", addressOf("acme")],
        ["Plugins", addressOf("acme", "/manage/plugins")],
    ]) {
        const { lhr } = await lighthouse(address, {
            port,
            onlyCategories: CATEGORIES,
            formFactor: "desktop",
            screenEmulation: { mobile: false, width: 1280, height: 800, deviceScaleFactor: 1 },
            disableStorageReset: true,
            logLevel: "error",
        });
        const scores = CATEGORIES.map((id) => `${id} ${Math.round(lhr.categories[id].score * 100)}`);
        console.log(`${name} (${lhr.finalDisplayedUrl}): ${scores.join(", ")}`);
        for (const { id, title, score } of Object.values(lhr.audits)) {
            if (score !== null && score < 1) console.log(`  ${id}: ${title}`);
        }
        if (CATEGORIES.some((id) => lhr.categories[id].score < LEAST)) process.exitCode = 1;
    }
} finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
}
