/** Whether a held key, which may have wildcards for whole segments, covers a wanted one. */
export function covers(held: string, wanted: string): boolean {
  if (held === "*" || held === wanted) return true;
  const have = held.split(":");
  const want = wanted.split(":");
  return (
    have.every((segment, index) => {
      if (segment !== "*") return segment === want[index];
      return index < want.length;
    }) &&
    (have.length === want.length || have.at(-1) === "*")
  );
}

const READING = new Set(["read", "list", "view", "export"]);

/** Whether somebody may do what a key names, as far as keys tell: what policies say to it the platform decides. */
export function may(permissions: readonly string[], key: string, workspaceRole?: string | null): boolean {
  const capped = workspaceRole === "VIEWER" && !READING.has(key.split(":").at(-1) ?? "");
  return !capped && permissions.some((held) => covers(held, key));
}
