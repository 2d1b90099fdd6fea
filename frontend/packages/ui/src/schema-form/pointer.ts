import { Draft } from "./draft";

/** Values are never changed, only made anew along a path of keys. */
export type Path = readonly (string | number)[];

export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}

/** `undefined` takes the member away; a group that is empty then goes too, unless it was given empty. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return next;
  if (typeof first === "number") {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    list[first] = withValue(list[first], rest, next);
    return list;
  }
  const group: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  const below = withValue(Object.hasOwn(group, first) ? group[first] : undefined, rest, next);
  if (
    below === undefined ||
    (rest.length > 0 && next === undefined && isRecord(below) && Object.keys(below).length === 0)
  ) {
    delete group[first];
  } else {
    Object.defineProperty(group, first, { value: below, enumerable: true, configurable: true, writable: true });
  }
  return group;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Draft);
}
