import { API, Problem, withQuery, type Platform, type ProblemDocument } from "@plexica/api-client";

export const MOST_BYTES = 50 * 1024 * 1024;

export interface Sending {
  /** Looks only; nothing is published. */
  dryRun: boolean;
  /** The state that was seen in a preview. */
  ifMatch?: string;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends a jar with progress, which `fetch` cannot tell. */
export async function sendJar<T>(platform: Platform, jar: Blob, sending: Sending): Promise<T> {
  const first = await once(platform, jar, sending);
  const answer = first.status === 401 && (await platform.session.renew()) ? await once(platform, jar, sending) : first;
  if (answer.status >= 200 && answer.status < 300) {
    return JSON.parse(answer.text) as T;
  }
  throw new Problem(answer.status, documentOf(answer.text));
}

interface Reply {
  status: number;
  text: string;
}

function once(platform: Platform, jar: Blob, { dryRun, ifMatch, onProgress, signal }: Sending): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", platform.boot.base + withQuery(`${API}/plugins`, dryRun ? { dryRun } : {}));
    request.setRequestHeader("Authorization", `Bearer ${platform.session.token() ?? ""}`);
    request.setRequestHeader("Content-Type", "application/java-archive");
    request.setRequestHeader("Accept", "application/json");
    if (ifMatch) {
      request.setRequestHeader("If-Match", ifMatch);
    }
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(Problem.local("unreachable", "Plexica cannot be reached. Check your connection."));
    request.onabort = () => reject(new DOMException("Nobody waits for it any more", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(jar);
  });
}

function documentOf(text: string): ProblemDocument {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return {};
  }
}
