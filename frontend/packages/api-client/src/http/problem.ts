/** One thing that is wrong with what was sent. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** What a problem document says, as far as the platform tells. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldError[];
  requiredPermissions?: string[];
  plugin?: string;
  plans?: string[];
  tenants?: string[];
  dependants?: string[];
}

/** Codes of problems that arise on this side of the network; all others are the platform's. */
export type LocalCode = "unreachable" | "timed-out" | "unreadable" | "session-ended";

/** A call that failed. Everything that goes wrong with a call is one of these, or an abort. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** HTTP's; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** A sentence for people. */
  readonly detail: string;
  readonly traceId: string | undefined;
  readonly errors: readonly FieldError[];
  /** Seconds after which to try again, where the server said so. */
  readonly retryAfter: number | undefined;
  readonly document: ProblemDocument;

  constructor(status: number, document: ProblemDocument, retryAfter?: number) {
    super(document.detail ?? document.title ?? `The server answered ${status}`);
    this.status = status;
    this.code = document.code ?? "internal-error";
    this.title = document.title ?? "";
    this.detail = this.message;
    this.traceId = document.traceId;
    this.errors = document.errors ?? [];
    this.retryAfter = retryAfter;
    this.document = document;
  }

  static local(code: LocalCode, detail: string): Problem {
    return new Problem(0, { code, detail });
  }

  /** Reads the body of an answer that is no success. */
  static async of(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get("Retry-After"));
    const document = await bodyOf(response);
    document.traceId ??= response.headers.get("X-Trace-Id") ?? undefined;
    return new Problem(response.status, document, seconds > 0 ? seconds : undefined);
  }

  /** Whether nothing was wrong with the call itself: the same may do later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** Proxies on the way answer what they like: nothing of that is shown to people. */
async function bodyOf(response: Response): Promise<ProblemDocument> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!/[/+]json/.test(type)) return { status: response.status };
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as ProblemDocument) : {};
  } catch {
    return { status: response.status };
  }
}

/** Whether what was thrown is a problem, of this code if one is named. */
export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}
