// Photographs every scene in light, dark and on a phone, and lets axe look at each: nothing serious may be found.
import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build, preview } from "vite";

const scenes = ["home", "catalogue", "plugin", "install", "access", "tenants", "states", "forms", "schema", "overlay"];
// What is opened before axe looks once more.
const opened = {
    access: ["combobox:Can"],
    overlay: ["button:Account", "button:Notifications"],
    states: ["button:Disable CRM"],
    tenants: ["button:More for Acme Industries"],
};
const asked = process.argv.slice(2);
const configFile = fileURLToPath(new URL("vite.config.ts", import.meta.url));
const pictures = fileURLToPath(new URL("dist/pictures/", import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

await build({ configFile, logLevel: "error" });
await mkdir(pictures, { recursive: true });
const server = await preview({ configFile, logLevel: "error", preview: { port: 5199 } });
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
});
const dresses = [
    { name: "light", query: "theme=light", width: 1192, height: 844 },
    { name: "dark", query: "theme=dark&accent=b8461e", width: 1192, height: 844 },
    { name: "narrow", query: "theme=light", width: 320, height: 640 },
    { name: "phone", query: "theme=light", width: 390, height: 844 },
];
let serious = 0;
async function examine(page, where) {
    const found = await page.evaluate(() => globalThis.axe.run(document));
    for (const one of found.violations) {
        if (one.impact === "serious" || one.impact === "critical") serious += 1;
        console.log(
            `${where}: ${one.impact} ${one.id}: ${one.nodes
                .map((node) => node.html)
                .join(" | ")
                .slice(0, 400)}`,
        );
    }
}
for (const dress of dresses) {
    const page = await browser.newPage({ viewport: { width: dress.width, height: dress.height } });
    page.on("pageerror", (error) => console.log(`${dress.name}: ${error.message}`));
    for (const scene of asked.length > 0 ? asked : scenes) {
        await page.goto(`http://localhost:5199/?scene=${scene}&${dress.query}`);
        await page.waitForSelector("h1");
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(400);
        await page.screenshot({ path: `${pictures}${scene}-${dress.name}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        if (wide) console.log(`${scene}, ${dress.name}: wider than the screen`);
        await page.evaluate(axe);
        await examine(page, `${scene}, ${dress.name}`);
        for (const step of opened[scene] ?? []) {
            const [role, name] = step.split(":");
            await page.keyboard.press("Escape");
            await page.getByRole(role, { name }).first().click({ force: true });
            await page.waitForTimeout(200);
            await page.screenshot({ path: `${pictures}${scene}-${dress.name}-${name.split(" ")[0]}.png` });
            await examine(page, `${scene}, ${dress.name}, ${name}`);
        }
    }
    await page.close();
}
await browser.close();
await server.close();
console.log(`${serious} serious findings`);
process.exitCode = serious > 0 ? 1 : 0;
