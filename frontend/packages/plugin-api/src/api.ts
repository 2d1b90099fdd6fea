/** Values of a query string; what is undefined, null or empty is left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;

export interface CallOptions {
  query?: Query;
  /** The version that is to be changed, as an earlier answer gave it. */
  ifMatch?: string;
  signal?: AbortSignal;
}

/** A page of a list, as endpoints of plugins answer it. */
export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}

/**
 * Calls as the user who is signed in, in their tenant and workspace. Paths are below `/api/plugins/<id>`, the plugin's own
 * endpoints. What is no success is thrown as an error with the members of {@link ProblemError}.
 */
export interface PluginApi {
  get<T>(path: string, options?: CallOptions): Promise<T>;
  post<T>(path: string, body?: unknown, options?: CallOptions): Promise<T>;
  put<T>(path: string, body?: unknown, options?: CallOptions): Promise<T>;
  patch<T>(path: string, body?: unknown, options?: CallOptions): Promise<T>;
  delete<T = void>(path: string, options?: CallOptions): Promise<T>;
  /** As `fetch`, for what the others are too simple for. A plugin in a frame of its own has none. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /**
   * Reads below `/api/v1`, as far as the user may: `platform.get<Page<User>>('/users')`. A plugin in a frame of its own reads two paths,
   * whatever the user may: `/auth/me` (user, tenant and workspace as {@link usePlexica} has them) and `/users` (with `q`, `page` and `size`;
   * of each person `id`, `firstName` and `lastName`). Other paths are refused there.
   */
  readonly platform: { get<T>(path: string, options?: CallOptions): Promise<T> };
}

/** A call that failed: an `Error` whose message is a sentence for people. */
export interface ProblemError extends Error {
  readonly name: "Problem";
  /** HTTP's; 0 where no answer came. */
  readonly status: number;
  /** Stable, such as `validation-failed`. */
  readonly code: string;
  readonly detail: string;
  readonly traceId?: string;
  readonly errors: readonly { pointer: string; message: string }[];
}

/** Whether what was thrown is a problem, of this code if one is named. */
export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof Error && error.name === "Problem" && (!code || (error as ProblemError).code === code);
}
