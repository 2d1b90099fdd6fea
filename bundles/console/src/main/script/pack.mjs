// pack.mjs <frontend> <target>: brings what npm has built to where the bundle serves it from, also in smaller forms.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = /\.(?:js|css|svg|json|txt)$/;
const APPS = ["shell", "admin"];
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function pack(file) {
    const plain = await readFile(file);
    const quality = {
        params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        },
    };
    const forms = {
        br: await brotli(plain, quality),
        gz: await zip(plain, { level: 9 }),
    };
    for (const [ending, bytes] of Object.entries(forms)) {
        if (bytes.length < plain.length)
            await writeFile(`${file}.${ending}`, bytes);
    }
}

const [frontend, target] = process.argv.slice(2);
await mkdir(target, { recursive: true });
for (const app of APPS) {
    const dist = join(frontend, app, "dist");
    const folder = join(target, app);
    await cp(join(dist, "console.json"), join(target, `${app}.json`));
    await cp(join(dist, app), folder, { recursive: true });
    for (const name of await readdir(folder, { recursive: true })) {
        if (name.endsWith(".map")) await rm(join(folder, name));
        else if (TEXT.test(name)) await pack(join(folder, name));
    }
}
