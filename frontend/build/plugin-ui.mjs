// plugin-ui.mjs <plugin>: builds what a plugin of this repository brings for browsers. Its manifest says which modules there
// are: ./contacts is made of ui/src/contacts.tsx or .ts, and becomes target/classes/ui/contacts.js.
import { existsSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";

const plugin = resolve(process.argv[2]);
const manifest = JSON.parse(await readFile(join(plugin, "src/main/resources/META-INF/plexica/plugin.json"), "utf8"));
const target = join(plugin, "target/classes/ui");
const root = join(plugin, "ui");

/** What the console shares with plugins, and icons, which each brings for itself. */
const shared = (id) => /^(react|react-dom|@plexica\/(plugin-api|ui))(\/|$)/.test(id);
const icons = resolve(import.meta.dirname, "../node_modules/lucide-react");

function sourceOf(module) {
    const found = [".tsx", ".ts"].map((ending) => join(root, "src", module + ending)).find(existsSync);
    if (!found) throw new Error(`${module} of the manifest's contributions has no source below ${join(root, "src")}`);
    return found;
}

const modules = new Set(manifest.web.contributions.map(({ module }) => module.replace(/^\.\//, "")));
await build({
    configFile: false,
    root,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    resolve: { alias: { "lucide-react": icons } },
    build: {
        outDir: target,
        emptyOutDir: true,
        target: "es2022",
        modulePreload: false,
        reportCompressedSize: false,
        rolldownOptions: {
            external: shared,
            // Icons say "use client", which means nothing here.
            onLog: (level, log, pass) => log.code !== "MODULE_LEVEL_DIRECTIVE" && pass(level, log),
            preserveEntrySignatures: "strict",
            input: Object.fromEntries([...modules].map((module) => [module, sourceOf(module)])),
            output: { entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js" },
        },
    },
});
await cp(join(root, "locales"), join(target, "locales"), { recursive: true });
