import type { Http } from "../http/http";
import { EventParser } from "./sse";
import type { ServerEvent } from "./sse";

/** The platform says something every 15 seconds, if only that it is there. */
const SILENCE_MS = 50_000;

export interface Following {
  /** What was heard last, to be told what came after it. */
  lastId: string | undefined;
  signal: AbortSignal;
  opened(): void;
  heard(event: ServerEvent): void;
}

/** Reads one stream until it ends; throws when it breaks. */
export async function follow(http: Http, path: string, following: Following): Promise<void> {
  const headers = new Headers({ Accept: "text/event-stream" });
  if (following.lastId) headers.set("Last-Event-ID", following.lastId);
  const silence = new AbortController();
  const response = await http(path, {
    headers,
    signal: AbortSignal.any([following.signal, silence.signal]),
  });
  following.opened();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  const parser = new EventParser();
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    parser.push(value).forEach((event) => following.heard(event));
  }
}
