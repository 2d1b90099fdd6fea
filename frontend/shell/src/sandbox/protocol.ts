import type { ConsolePlugin } from "@plexica/api-client";
import type { Plexica } from "@plexica/plugin-api";
import type { Reason } from "../host/load";

/** What of the world can be sent: all but its functions. */
export type Snapshot = Pick<
  Plexica,
  "plugin" | "tenant" | "workspace" | "user" | "locale" | "timeZone" | "theme" | "path"
> & { permissions: string[]; words: Record<string, unknown>; prefix: string; accent: Record<string, string> };

/** From the shell to the frame. */
export type ToFrame =
  | { kind: "open"; plugin: ConsolePlugin; url: string; point: string; world: Snapshot }
  | { kind: "world"; world: Snapshot }
  | { kind: "ping" }
  | { kind: "answer"; id: number; value?: unknown; error?: SentError };

/** From the frame to the shell. Nothing of it is believed: paths and calls are bound to the plugin again on arrival. */
export type ToShell =
  | { kind: "ready" }
  | { kind: "pong" }
  | { kind: "shown" }
  | { kind: "failed"; message: string; reason?: Reason }
  | { kind: "height"; height: number }
  | {
      kind: "call";
      id: number;
      verb: Verb;
      path: string;
      body?: unknown;
      query?: Record<string, string>;
      ifMatch?: string;
    }
  | { kind: "navigate"; path: string; replace: boolean }
  | { kind: "notify"; text: string; tone?: "info" | "good" | "warning" | "bad" }
  | { kind: "head"; title?: string; description?: string }
  | { kind: "announce"; text: string };

export const VERBS = ["get", "post", "put", "patch", "delete", "platform"] as const;
export type Verb = (typeof VERBS)[number];

export interface SentError {
  name: string;
  message: string;
  status?: number;
  code?: string;
  detail?: string;
  traceId?: string;
  errors?: readonly { pointer: string; message: string }[];
}
