import { createRequire } from "node:module";
import type { Plugin } from "vite";

const PREFIX = "virtual:plexica-shared/";
const require = createRequire(import.meta.url);

/** What plugins share with the shell, by the name under which they import it. */
export const SHARED = [
  "react",
  "react-dom",
  "react-dom/client",
  "react/jsx-runtime",
  "@plexica/plugin-api",
  "@plexica/ui",
  "@plexica/ui/charts",
  "@plexica/ui/schema-form",
] as const;

/** The file's name of a shared module: `react-dom/client` becomes `shared-react-dom-client`. */
export function sharedName(specifier: string): string {
  return "shared-" + specifier.replace(/^@/, "").replaceAll("/", "-");
}

/** The id under which a shared module is an entry of the build. */
export function sharedId(specifier: string): string {
  return PREFIX + specifier;
}

/** The address under which the dev server hands out a shared module. */
export function sharedDevUrl(specifier: string): string {
  return "/@id/__x00__" + PREFIX + specifier;
}

/** React is CommonJS: its names are not known to who reads it, so they are written out. */
function commonJs(specifier: string): string {
  const names = Object.keys(require(specifier)).filter((name) => /^[A-Za-z]\w*$/.test(name));
  return [
    `import whole from '${specifier}';`,
    "export default whole;",
    ...names.filter((name) => name !== "default").map((name) => `export const ${name} = whole.${name};`),
  ].join("\n");
}

/** Makes an entry of each shared module, so that plugins get the very instance that the shell uses. */
export function sharedModules(): Plugin {
  return {
    name: "plexica-shared-modules",
    resolveId(id) {
      return id.startsWith(PREFIX) ? "\0" + id : undefined;
    },
    load(id) {
      if (!id.startsWith("\0" + PREFIX)) return undefined;
      const specifier = id.slice(1 + PREFIX.length);
      return specifier.startsWith("@plexica/") ? `export * from '${specifier}';` : commonJs(specifier);
    },
  };
}
