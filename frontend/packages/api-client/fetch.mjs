// Brings openapi.json up to what a running platform (PLEXICA_URL) says of itself; npm run generate makes types of it.
import { writeFile } from "node:fs/promises";

const url = process.env.PLEXICA_URL ?? "http://localhost:8181";

function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
    );
}

const answer = await fetch(`${url}/api/openapi.json`);
if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
const { servers: _, tags, ...rest } = await answer.json();
const described = { ...rest, tags: tags.toSorted((a, b) => a.name.localeCompare(b.name)) };
await writeFile(new URL("openapi.json", import.meta.url), JSON.stringify(sorted(described), null, 1) + "\n");
