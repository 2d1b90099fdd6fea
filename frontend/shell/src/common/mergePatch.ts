type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The JSON merge patch that makes `after` of `before`; undefined where nothing changes. */
export function mergePatch(before: Json, after: Json): Json | undefined {
  const patch: Json = {};
  for (const name of Object.keys(before)) if (!(name in after)) patch[name] = null;
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (isObject(value) && isObject(old)) {
      const inner = mergePatch(old, value);
      if (inner) patch[name] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(old)) {
      patch[name] = value;
    }
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** What a patch makes of something. */
export function patched(before: Json, patch: Json): Json {
  const after = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    const old = after[name];
    if (value === null) delete after[name];
    else after[name] = isObject(value) ? patched(isObject(old) ? old : {}, value) : value;
  }
  return after;
}

/** What somebody wrote, as a JSON object; else where it goes wrong. */
export function parseObject(text: string): { value: Json } | { problem: "no-json" | "no-object"; detail: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: "no-json", detail: error instanceof Error ? error.message : "" };
  }
  return isObject(value) ? { value } : { problem: "no-object", detail: "" };
}
