/** What is asked, as the address says it. */
export interface Question {
  user: string;
  permission: string;
  /** What is known of the thing in question; undefined where it is not said. */
  resource?: Record<string, unknown> | undefined;
  workspace?: string | undefined;
}

/** The question of an address, as far as it goes. */
export function readQuestion(params: URLSearchParams): Partial<Question> {
  return {
    user: params.get("user") ?? undefined,
    permission: params.get("permission") ?? undefined,
    resource: readResource(params.get("resource")),
    workspace: params.get("workspace") ?? undefined,
  };
}

function readResource(text: string | null): Record<string, unknown> | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export function isWhole(question: Partial<Question>): question is Question {
  return Boolean(question.user && question.permission);
}

export function addressOf({ user, permission, resource, workspace }: Partial<Question>): string {
  const params = new URLSearchParams();
  if (user) params.set("user", user);
  if (permission) params.set("permission", permission);
  if (resource && Object.keys(resource).length > 0) params.set("resource", JSON.stringify(resource));
  if (workspace) params.set("workspace", workspace);
  const text = params.toString();
  return `/manage/access/explain${text && `?${text}`}`;
}

/** What somebody typed for an attribute, as the kind that a policy compares it with. */
export function typed(text: string, like: unknown): unknown {
  if (text === "") return undefined;
  const sample: unknown = Array.isArray(like) ? like[0] : like;
  if (typeof sample === "number") return Number.isFinite(Number(text)) ? Number(text) : text;
  if (typeof sample === "boolean") return text === "true";
  return text;
}
