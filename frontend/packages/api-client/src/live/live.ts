import { API } from "../http/api";
import type { Http } from "../http/http";
import { isProblem } from "../http/problem";
import { follow } from "./follow";
import type { ServerEvent } from "./sse";
import { seen, whenHidden } from "./visibility";

/** `connecting` at first, `live`, and `away` while the platform cannot be heard. */
export type LiveState = "connecting" | "live" | "away";

export type LiveEvent =
  "hello" | "crowded" | "reset" | "installations" | "rights" | "notifications" | "operations" | "health";

/** What the platform tells while the application is open. */
export interface Live {
  state(): LiveState;
  subscribe(listener: () => void): () => void;
  /**
   * Hears of one kind of news. After a gap that cannot be filled `reset` comes: what is shown must then be read again.
   */
  on<T = unknown>(event: LiveEvent, listener: (data: T) => void): () => void;
  start(): void;
  /** Begins anew, as after a change of workspace. */
  restart(): void;
  stop(): void;
}

/** Somebody has more tabs open than the platform tells at once; it is another one's turn. */
const CROWDED_MS = 30_000;

/** Waits longer from time to time, and never as long as others do. */
export function backOff(attempt: number, random = Math.random()): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5)) * (0.5 + random / 2);
}

export function createLive(http: Http, path = `${API}/stream`): Live {
  const watchers = new Set<() => void>();
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  let state: LiveState = "connecting";
  let lastId: string | undefined;
  let running: AbortController | undefined;
  let crowded = false;

  const turn = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    watchers.forEach((watcher) => watcher());
  };

  const tell = ({ id, event, data }: ServerEvent): void => {
    lastId = id ?? lastId;
    crowded = event === "crowded";
    let read: unknown;
    try {
      read = JSON.parse(data);
    } catch {
      return;
    }
    listeners.get(event)?.forEach((listener) => listener(read));
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      await seen(signal);
      if (signal.aborted) return;
      const hidden = new AbortController();
      const watch = whenHidden(() => hidden.abort());
      const opened = (): void => {
        attempt = 0;
        turn("live");
      };
      try {
        await follow(http, path, { lastId, signal: AbortSignal.any([signal, hidden.signal]), opened, heard: tell });
      } catch (error) {
        if (isProblem(error, "session-ended")) break;
      } finally {
        watch();
      }
      if (signal.aborted) return;
      if (hidden.signal.aborted) {
        attempt = -1;
        continue;
      }
      if (crowded) {
        crowded = false;
        await pause(CROWDED_MS * (0.5 + Math.random()), signal);
        attempt = -1;
        continue;
      }
      if (attempt > 0) turn("away");
      await pause(attempt === 0 ? 250 : backOff(attempt), signal);
    }
    if (running?.signal === signal) running = undefined;
  };

  const live: Live = {
    state: () => state,
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    on(event, listener) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener as (data: unknown) => void));
      return () => those.delete(listener as (data: unknown) => void);
    },
    start() {
      if (running) return;
      running = new AbortController();
      void run(running.signal);
    },
    restart() {
      live.stop();
      lastId = undefined;
      live.start();
    },
    stop() {
      running?.abort();
      running = undefined;
    },
  };
  return live;
}

/** Waits, but not beyond the moment at which the network comes back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.("online", done);
    signal.addEventListener("abort", done);
  });
}
