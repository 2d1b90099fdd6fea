// Plugins made on the spot: a jar with a manifest and files for browsers, no class in it.
import { crc32 } from "node:zlib";
import { boss, call, tokenOf, url } from "./platform.mjs";

const DATE = 0x5d6f; // 2026-11-15: bytes are the same each time

function entry(name, text) {
    const path = Buffer.from(name);
    const data = Buffer.from(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(10, 0);
    facts.writeUInt16LE(DATE, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    return { path, data, facts };
}

function word(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}

/** An archive of files, by name, without compression. */
export function zip(files) {
    const parts = [];
    const index = [];
    let at = 0;
    for (const { path, data, facts } of Object.entries(files).map(([name, text]) => entry(name, text))) {
        const local = [word(0x04034b50), facts, path, data];
        const rest = Buffer.alloc(14);
        rest.writeUInt32LE(at, 10);
        index.push(word(0x02014b50), Buffer.from([10, 0]), facts.subarray(0, 26), rest, path);
        parts.push(...local);
        at += local.reduce((sum, part) => sum + part.length, 0);
    }
    const directory = Buffer.concat(index);
    const end = Buffer.alloc(18);
    const count = Object.keys(files).length;
    end.writeUInt16LE(count, 4);
    end.writeUInt16LE(count, 6);
    end.writeUInt32LE(directory.length, 8);
    end.writeUInt32LE(at, 12);
    return Buffer.concat([...parts, directory, word(0x06054b50), end]);
}

/** An id that no plugin had before. */
export function freshId(stem) {
    return `${stem}-${Date.now().toString(36)}`;
}

/** The jar of a plugin: its manifest, and its other files by path. */
export function jar(manifest, files = {}) {
    const headers = [
        "Manifest-Version: 1.0",
        "Bundle-ManifestVersion: 2",
        `Bundle-SymbolicName: com.example.${manifest.id}`,
        `Bundle-Version: ${manifest.version}`,
        "",
        "",
    ];
    return zip({
        "META-INF/MANIFEST.MF": headers.join("\r\n"),
        "META-INF/plexica/plugin.json": JSON.stringify(manifest),
        ...files,
    });
}

/** Publishes it, and waits until it can be installed. */
export async function publish(manifest, files) {
    const token = await tokenOf(boss);
    const answer = await fetch(`${url}/api/v1/plugins`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/java-archive" },
        body: jar(manifest, files),
    });
    if (!answer.ok) throw new Error(`publishing answered ${answer.status} ${await answer.text()}`);
    return call(token, "GET", `/api/v1/plugins/${manifest.id}`);
}
