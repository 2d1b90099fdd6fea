import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { sharedName } from "./shared.ts";

/** What the platform must know of a build to write the page that loads it. */
export interface ConsoleManifest {
  entry: string;
  css: string[];
  /** Modules that the entry needs at once, for the browser to fetch beside it. */
  preload: string[];
  imports: Record<string, string>;
  integrity: Record<string, string>;
  /** What runs in the frames of sandboxed plugins. */
  frame?: { entry: string; css: string[]; preload: string[] };
}

interface Chunk {
  type: "chunk";
  fileName: string;
  name: string;
  isEntry: boolean;
  imports: string[];
  code: string;
}

interface Asset {
  type: "asset";
  fileName: string;
  source: string | Uint8Array;
}

function sha384(content: string | Uint8Array): string {
  return "sha384-" + createHash("sha384").update(content).digest("base64");
}

function needed(entry: Chunk, chunks: Map<string, Chunk>): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    chunks.get(name)?.imports.forEach(visit);
  };
  entry.imports.forEach(visit);
  return [...found];
}

/** The manifest of what was built. */
export function describe(
  files: (Chunk | Asset)[],
  base: string,
  entryName: string,
  frameName: string | null,
  shared: readonly string[],
): ConsoleManifest {
  const chunks = new Map<string, Chunk>();
  const integrity: Record<string, string> = {};
  const css: string[] = [];
  for (const file of files) {
    const url = base + file.fileName;
    if (file.type === "chunk") {
      chunks.set(file.fileName, file);
      integrity[url] = sha384(file.code);
    } else if (file.fileName.endsWith(".css")) {
      css.push(url);
      integrity[url] = sha384(file.source);
    }
  }
  const entry = (name: string): Chunk => {
    const found = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.name === name);
    if (!found) throw new Error(`The build has no entry ${name}`);
    return found;
  };
  const page = (name: string) => {
    const main = entry(name);
    return { entry: base + main.fileName, css, preload: needed(main, chunks).map((one) => base + one) };
  };
  return {
    ...page(entryName),
    ...(frameName ? { frame: page(frameName) } : {}),
    imports: Object.fromEntries(shared.map((one) => [one, base + entry(sharedName(one)).fileName])),
    integrity,
  };
}

/** Writes `console.json` beside the build. */
export function consoleManifest(
  base: string,
  entryName: string,
  frameName: string | null,
  shared: readonly string[],
): Plugin {
  return {
    name: "plexica-console-manifest",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const files = Object.values(bundle) as unknown as (Chunk | Asset)[];
        const manifest = describe(files, base, entryName, frameName, shared);
        this.emitFile({
          type: "asset",
          fileName: "console.json",
          source: JSON.stringify(manifest, null, 2),
        });
      },
    },
  };
}
