// size.mjs <dist> <kB> <chunk>…: fails where the first load, with these pages, is more gzipped JavaScript than it may be.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [dist, most, ...pages] = process.argv.slice(2);
const { entry } = JSON.parse(readFileSync(join(dist, "console.json"), "utf8"));
const [, app, first] = entry.match(/^\/console\/(.+)\/([^/]+)$/);
const folder = join(dist, app);
const STATIC = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

const sizes = new Map();

/** Takes a file and all that it cannot begin without. */
function take(file) {
    if (sizes.has(file)) return;
    const code = readFileSync(join(folder, file));
    sizes.set(file, gzipSync(code, { level: 9 }).length);
    for (const [, other] of code.toString().matchAll(STATIC)) take(other);
}

take(first);
for (const page of pages) {
    const file = readdirSync(folder).find((name) => name.startsWith(`${page}-`) && name.endsWith(".js"));
    if (!file) throw new Error(`There is no chunk ${page} in ${folder}`);
    take(file);
}
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000;
const words = `The first load of ${app} is ${total.toFixed(1)} kB of gzipped JavaScript in ${sizes.size} files`;
if (total > Number(most)) {
    const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 8);
    console.error(`${words}, and may be ${most} kB. The largest:`);
    for (const [file, size] of largest) console.error(`  ${(size / 1000).toFixed(1)} kB  ${file}`);
    process.exit(1);
}
console.log(words);
