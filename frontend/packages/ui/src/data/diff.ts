export interface Difference {
  /** Where it is: `roles.0.name`. */
  path: string;
  kind: "added" | "removed" | "changed";
  before?: unknown;
  after?: unknown;
}

/** What differs between two values, leaf by leaf, in the order of the keys. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (same(before, after)) return [];
  if (isTree(before) && isTree(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => {
      const below = path === "" ? key : `${path}.${key}`;
      return differences(at(before, key), at(after, key), below);
    });
  }
  if (before === undefined)
    return isTree(after) && Object.keys(after).length > 0
      ? differences(empty(after), after, path)
      : [{ path, kind: "added", after }];
  if (after === undefined)
    return isTree(before) && Object.keys(before).length > 0
      ? differences(before, empty(before), path)
      : [{ path, kind: "removed", before }];
  return [{ path, kind: "changed", before, after }];
}

/** A value as people read it in a table of differences. */
export function shown(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

type Tree = Record<string, unknown> | unknown[];

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function at(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? (tree as Record<string, unknown>)[key] : undefined;
}

function empty(like: Tree): Tree {
  return Array.isArray(like) ? [] : {};
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (!isTree(one) && !isTree(other) && Object.is(one, other));
}
