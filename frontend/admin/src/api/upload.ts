import { API, Problem, withQuery, type Platform, type ProblemDocument, type Query } from "@plexica/api-client";

export const MOST_BYTES = 50 * 1024 * 1024;

export interface Sending {
  /** The state that was seen in a preview. */
  ifMatch?: string;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Where a file goes, and what it is. */
export interface Destination {
  /** Below `/api/v1`. */
  path: string;
  query?: Query;
  type: string;
  /** Long work is answered at once with an operation. */
  async?: boolean;
}

/** Sends a file with progress, which `fetch` cannot tell. */
export async function sendFile<T>(platform: Platform, file: Blob, to: Destination, sending: Sending): Promise<T> {
  const first = await once(platform, file, to, sending);
  const renewed = first.status === 401 && (await platform.session.renew());
  const answer = renewed ? await once(platform, file, to, sending) : first;
  if (answer.status >= 200 && answer.status < 300) {
    return JSON.parse(answer.text) as T;
  }
  throw new Problem(answer.status, documentOf(answer.text));
}

interface Reply {
  status: number;
  text: string;
}

function once(platform: Platform, file: Blob, to: Destination, sending: Sending): Promise<Reply> {
  const { ifMatch, onProgress, signal } = sending;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", platform.boot.base + withQuery(API + to.path, to.query));
    request.setRequestHeader("Authorization", `Bearer ${platform.session.token() ?? ""}`);
    request.setRequestHeader("Content-Type", to.type);
    request.setRequestHeader("Accept", "application/json");
    if (ifMatch) {
      request.setRequestHeader("If-Match", ifMatch);
    }
    if (to.async) {
      request.setRequestHeader("Prefer", "respond-async");
    }
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(Problem.local("unreachable", "Plexica cannot be reached. Check your connection."));
    request.onabort = () => reject(new DOMException("Nobody waits for it any more", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function documentOf(text: string): ProblemDocument {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return {};
  }
}
