import { Problem } from "./problem";

/** How calls find out on whose behalf they are made. */
export interface Caller {
  token(): string | undefined;
  /** Asks for a new token; false when there will be none: the session has ended. */
  renew(): Promise<boolean>;
  /** The workspace to work in; undefined for the default one. */
  workspace(): string | undefined;
}

export interface HttpOptions {
  /** What addresses begin with. */
  base: string;
  caller: Caller;
  /** Hears of every call that failed, before whoever made it. */
  onProblem?: (problem: Problem) => void;
  /** For tests. */
  fetch?: typeof fetch;
}

/** A call, as `fetch` takes it, and how long to wait for the head of the answer. */
export type Call = RequestInit & { timeoutMs?: number };

/** Makes calls as whoever is signed in. What is no success is thrown as a {@link Problem}. */
export type Http = (path: string, call?: Call) => Promise<Response>;

const PATIENCE_MS = 30_000;

/**
 * Makes calls to the platform below a base. A call that is answered 401 is made once more with a new token.
 */
export function createHttp({ base, caller, onProblem, fetch: send = fetch.bind(globalThis) }: HttpOptions): Http {
  const once = async (path: string, call: Call): Promise<Response> => {
    const headers = new Headers(call.headers);
    const token = caller.token();
    if (token) headers.set("Authorization", `Bearer ${token}`);
    const workspace = caller.workspace();
    if (workspace && !headers.has("X-Workspace-Id")) headers.set("X-Workspace-Id", workspace);
    if (!headers.has("Accept")) headers.set("Accept", "application/json");
    const patience = bounded(call.signal ?? undefined, call.timeoutMs ?? PATIENCE_MS);
    try {
      return await send(base + path, { ...call, headers, signal: patience.signal, cache: "no-store" });
    } catch (error) {
      throw call.signal?.aborted ? error : notAnswered(patience.over());
    } finally {
      patience.answered();
    }
  };

  const judged = async (response: Response): Promise<Response> => {
    if (response.ok) return response;
    throw await Problem.of(response);
  };

  return async (path, call = {}) => {
    try {
      const answer = await once(path, call);
      if (answer.status !== 401) return await judged(answer);
      if (!(await caller.renew())) throw Problem.local("session-ended", "Sign in again to go on.");
      return await judged(await once(path, call));
    } catch (error) {
      if (error instanceof Problem) onProblem?.(error);
      throw error;
    }
  };
}

function notAnswered(late: boolean): Problem {
  return late
    ? Problem.local("timed-out", "The server did not answer in time.")
    : Problem.local("unreachable", "Plexica cannot be reached. Check your connection.");
}

interface Patience {
  signal: AbortSignal;
  over(): boolean;
  answered(): void;
}

/** Ends a call that nobody wants any more, and one whose answer does not begin in time; an answer that has begun may last. */
function bounded(wanted: AbortSignal | undefined, ms: number): Patience {
  const own = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    own.abort();
  }, ms);
  const stop = (): void => own.abort(wanted?.reason);
  if (wanted?.aborted) stop();
  wanted?.addEventListener("abort", stop, { once: true });
  return {
    signal: own.signal,
    over: () => late,
    answered: () => clearTimeout(timer),
  };
}
