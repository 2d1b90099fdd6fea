// Takes the description of its REST interface from a running platform: PLEXICA_URL names it.
import { writeFile } from "node:fs/promises";

const platform = process.env.PLEXICA_URL ?? "http://localhost:8181";

/** The same text for the same description, wherever it was asked for. */
function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
    );
}

const answer = await fetch(`${platform}/api/openapi.json`);
if (!answer.ok) throw new Error(`${platform} answers ${answer.status}`);
const { servers: _servers, ...description } = await answer.json();
await writeFile(new URL("../openapi.json", import.meta.url), JSON.stringify(sorted(description), null, 1) + "\n");
