import { isProblem } from "@plexica/api-client";
import type { Plexica } from "@plexica/plugin-api";
import { readPlatform } from "./platform";
import { VERBS } from "./protocol";
import type { SentError, ToShell } from "./protocol";

type Call = Extract<ToShell, { kind: "call" }>;

const LONGEST = 500;

/** Makes a call that a frame asks for, as its plugin and with no more than that may do. */
export async function answer(world: Plexica, call: Call): Promise<unknown> {
  if (!VERBS.includes(call.verb) || typeof call.path !== "string") throw new TypeError("There is no such call");
  const options = { query: call.query ?? {}, ...(typeof call.ifMatch === "string" ? { ifMatch: call.ifMatch } : {}) };
  const { api } = world;
  switch (call.verb) {
    case "get":
      return api.get(call.path, options);
    case "delete":
      return api.delete(call.path, options);
    case "platform":
      return readPlatform(world, call.path, call.query ?? {});
    default:
      return api[call.verb](call.path, call.body, options);
  }
}

/** An error as it can be sent. */
export function sent(error: unknown): SentError {
  if (isProblem(error)) {
    const { message, status, code, detail, traceId, errors } = error;
    return { name: "Problem", message, status, code, detail, errors, ...(traceId ? { traceId } : {}) };
  }
  return { name: "Error", message: error instanceof Error ? error.message : String(error) };
}

/** Text from a frame, as far as it is shown. */
export function text(value: unknown): string {
  return String(value).slice(0, LONGEST);
}
