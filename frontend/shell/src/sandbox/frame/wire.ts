import type { SentError, ToFrame, ToShell, Verb } from "../protocol";

/** Says something to the shell. It is whoever is around this frame: pages of others cannot be, since the platform forbids it. */
export function say(message: ToShell): void {
  parent.postMessage(message, "*");
}

export function hear(listener: (message: ToFrame) => void): () => void {
  const heard = (event: MessageEvent): void => {
    if (event.source === parent) listener(event.data as ToFrame);
  };
  addEventListener("message", heard);
  return () => removeEventListener("message", heard);
}

interface Open {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const open = new Map<number, Open>();
let next = 0;

hear((message) => {
  if (message.kind !== "answer") return;
  const call = open.get(message.id);
  open.delete(message.id);
  if (message.error) call?.reject(revived(message.error));
  else call?.resolve(message.value);
});

/** Asks the shell to make a call. */
export function ask<T>(
  verb: Verb,
  path: string,
  call: { body?: unknown; query?: Record<string, string>; ifMatch?: string } = {},
): Promise<T> {
  const id = next++;
  return new Promise<T>((resolve, reject) => {
    open.set(id, { resolve: resolve as (value: unknown) => void, reject });
    say({ kind: "call", id, verb, path, ...call });
  });
}

function revived(error: SentError): Error {
  return Object.assign(new Error(error.message), error);
}
