// What the library weighs, gzipped and without React: each entry as an application would load it.
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const MOST = 45 * 1024;
const entries = { ui: "src/index.ts", charts: "src/charts/index.ts", "schema-form": "src/schema-form/index.ts" };
const root = fileURLToPath(new URL("..", import.meta.url));
const { output } = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
        write: false,
        minify: true,
        cssMinify: true,
        rollupOptions: {
            input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, root + file])),
            preserveEntrySignatures: "strict",
            external: [/^react($|\/)/, /^react-dom($|\/)/],
        },
    },
});
const weigh = (text) => gzipSync(text, { level: 9 }).length;
let script = 0;
for (const part of output) {
    if (!/\.(js|css)$/.test(part.fileName)) continue;
    const bytes = weigh(part.type === "chunk" ? part.code : part.source);
    if (part.type === "chunk") script += bytes;
    console.log(`${part.fileName.padEnd(40)} ${String(bytes).padStart(7)} bytes gzipped`);
}
console.log(`all scripts together: ${script} of ${MOST} bytes`);
process.exitCode = script > MOST ? 1 : 0;
