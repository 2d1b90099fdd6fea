import type { Http } from "./http";
import { Problem } from "./problem";

/** Values of a query string; what is undefined, null or empty is left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Sending {
  query?: Query;
  /** Sent as JSON; a Blob as it is. */
  body?: unknown;
  /** The version that is to be changed, or the state that was previewed. */
  ifMatch?: string | null;
  /** Long work is answered at once with an operation. */
  async?: boolean;
  /** A repetition of the same call is answered as the first was. */
  idempotencyKey?: string;
  contentType?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** What was answered, with the version of it. */
export interface Answer<T> {
  data: T;
  etag: string | null;
  status: number;
  location: string | null;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The platform's REST interface, below `/api/v1`. */
export interface Api {
  call<T>(method: Method, path: string, sending?: Sending): Promise<Answer<T>>;
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown, sending?: Sending): Promise<T>;
  put<T>(path: string, body?: unknown, sending?: Sending): Promise<T>;
  patch<T>(path: string, body?: unknown, sending?: Sending): Promise<T>;
  delete<T = void>(path: string, sending?: Sending): Promise<T>;
}

export const API = "/api/v1";

/** Path and query string. */
export function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

export function createApi(http: Http, prefix = API): Api {
  const call = async <T>(method: Method, path: string, sending: Sending = {}): Promise<Answer<T>> => {
    const response = await http(prefix + withQuery(path, sending.query), {
      method,
      headers: headersOf(sending),
      body: bodyOf(sending.body),
      signal: sending.signal ?? null,
      timeoutMs: sending.timeoutMs,
    });
    return {
      data: await read<T>(response),
      etag: response.headers.get("ETag"),
      status: response.status,
      location: response.headers.get("Location"),
    };
  };
  const data = async <T>(method: Method, path: string, body?: unknown, sending?: Sending): Promise<T> =>
    (await call<T>(method, path, { ...sending, body })).data;
  return {
    call,
    get: async (path, query, signal) => (await call<never>("GET", path, { query, signal })).data,
    post: (path, body, sending) => data("POST", path, body, sending),
    put: (path, body, sending) => data("PUT", path, body, sending),
    patch: (path, body, sending) => data("PATCH", path, body, sending),
    delete: (path, sending) => data("DELETE", path, undefined, sending),
  };
}

function headersOf(sending: Sending): Headers {
  const headers = new Headers();
  const type = sending.contentType ?? (sending.body === undefined ? undefined : "application/json");
  if (type) headers.set("Content-Type", type);
  if (sending.ifMatch) headers.set("If-Match", sending.ifMatch);
  if (sending.async) headers.set("Prefer", "respond-async");
  if (sending.idempotencyKey) headers.set("Idempotency-Key", sending.idempotencyKey);
  return headers;
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof Blob ? body : JSON.stringify(body);
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (text === "") return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw Problem.local("unreadable", "The server answered something that is no JSON.");
  }
}
