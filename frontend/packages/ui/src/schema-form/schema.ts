import type { Schema } from "./model";

/** Follows `$ref` inside the document; one that leads nowhere, out of it or in a circle is not followed. */
export function resolve(schema: Schema, root: Schema): Schema | null {
  let at: Schema = schema;
  for (let hops = 0; typeof at.$ref === "string"; hops++) {
    const target = hops < 16 && at.$ref.startsWith("#") ? find(root, at.$ref.slice(1)) : null;
    if (!target) return null;
    const beside = { ...at };
    delete beside.$ref;
    at = { ...target, ...beside };
  }
  return at;
}

function find(root: Schema, pointer: string): Schema | null {
  let at: unknown = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Schema)[key];
  }
  return typeof at === "object" && at !== null && !Array.isArray(at) ? (at as Schema) : null;
}

/** Puts the parts of `allOf` together; properties and needed names add up. */
export function merged(schema: Schema, root: Schema, depth = 0): Schema | null {
  if (!Array.isArray(schema.allOf)) return schema;
  if (depth > 8) return null;
  let sum: Schema = { ...schema };
  delete sum.allOf;
  for (const part of schema.allOf as unknown[]) {
    if (typeof part !== "object" || part === null) continue;
    const resolved = resolve(part as Schema, root);
    const flat = resolved && merged(resolved, root, depth + 1);
    if (!flat) return null;
    sum = {
      ...sum,
      ...flat,
      ...(sum.properties || flat.properties
        ? { properties: { ...(sum.properties as Schema), ...(flat.properties as Schema) } }
        : {}),
      ...(sum.required || flat.required
        ? { required: [...((sum.required as string[]) ?? []), ...((flat.required as string[]) ?? [])] }
        : {}),
      title: sum.title ?? flat.title,
      description: sum.description ?? flat.description,
    };
  }
  return sum;
}

/** The one type beside `null`, or what the keywords imply. */
export function typeOf(schema: Schema): string | undefined {
  if (typeof schema.type === "string") return schema.type;
  if (Array.isArray(schema.type)) {
    const real = schema.type.filter((one) => one !== "null");
    return real.length === 1 ? String(real[0]) : undefined;
  }
  if (schema.properties !== undefined) return "object";
  if (schema.items !== undefined) return "array";
  return schema.pattern !== undefined || schema.minLength !== undefined || schema.maxLength !== undefined
    ? "string"
    : undefined;
}

/** A title, or the key in words: `maxRetries` is "Max retries". */
export function labelOf(schema: Schema, key: string): string {
  if (typeof schema.title === "string" && schema.title !== "") return schema.title;
  const words = key
    .replace(/[_\-.]+/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
