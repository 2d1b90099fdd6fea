import type { ConsolePlugin, Contribution } from "@plexica/api-client";

export const REASONS = ["not-checked", "late", "silent", "changed", "unreadable", "unreachable", "empty"] as const;
export type Reason = (typeof REASONS)[number];

/** Why a module is not there, for people and for support. */
export class LoadError extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const PATIENCE_MS = 10_000;
const loading = new Map<string, Promise<Record<string, unknown>>>();
const mapped = new Set<string>();

/** The page's nonce: without it no late import map would count, and what is imported would not be checked. */
function nonce(): string | undefined {
  const bearer = document.querySelector<HTMLScriptElement>("script[nonce]");
  if (bearer?.nonce) return bearer.nonce;
  return import.meta.env.DEV ? "" : undefined;
}

/** Whether this is the page within the frame of a plugin. */
function isFrame(): boolean {
  return document.documentElement.dataset["frame"] !== undefined;
}

/** Tells the browser the hashes of a plugin's files, which it then holds every import against. */
function mapIntegrity(plugin: ConsolePlugin): void {
  const key = `${plugin.id}@${plugin.version}`;
  if (mapped.has(key)) return;
  const own = nonce();
  if (own === undefined) throw new LoadError("not-checked", "The page has no nonce, so that files cannot be checked");
  const map = document.createElement("script");
  map.type = "importmap";
  map.nonce = own;
  map.textContent = JSON.stringify({ integrity: plugin.integrity });
  document.head.append(map);
  mapped.add(key);
}

/**
 * Imports the module of a contribution, once its hash is known. What takes longer than ten seconds has failed; it may still come
 * when somebody tries again.
 */
export async function loadModule(plugin: ConsolePlugin, { url }: Pick<Contribution, "url">): Promise<unknown> {
  const exports = await withinPatience(importOnce(plugin, url));
  if (exports["default"] === undefined) throw new LoadError("empty", `${url} has no default export`);
  return exports;
}

function importOnce(plugin: ConsolePlugin, url: string): Promise<Record<string, unknown>> {
  const begun = loading.get(url);
  if (begun) return begun;
  const started = importChecked(plugin, url);
  loading.set(url, started);
  started.catch(() => loading.delete(url));
  return started;
}

async function importChecked(plugin: ConsolePlugin, url: string): Promise<Record<string, unknown>> {
  if (plugin.sandbox && !isFrame()) throw new LoadError("not-checked", `${plugin.id} runs in a frame of its own only`);
  const hash = plugin.integrity[url];
  if (!hash) throw new LoadError("not-checked", `${url} has no hash in the list of ${plugin.id} ${plugin.version}`);
  mapIntegrity(plugin);
  try {
    return (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
  } catch (error) {
    // A frame fetches nothing: the shell looks for it.
    throw isFrame() ? unreadable(url, error) : await diagnose(url, hash, error);
  }
}

function unreadable(url: string, cause: unknown): LoadError {
  return new LoadError("unreadable", cause instanceof Error ? cause.message : `${url} cannot be run`, { cause });
}

/** A browser says only that an import failed: looks at the file once more, for the reason. */
export async function diagnose(url: string, hash: string | undefined, cause: unknown): Promise<LoadError> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return new LoadError("unreachable", `${url} answers ${answer.status}`, { cause });
    const digest = await crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
    const actual = "sha384-" + btoa(String.fromCharCode(...new Uint8Array(digest)));
    if (actual !== hash) return new LoadError("changed", `${url} is not the file that was published`, { cause });
    return unreadable(url, cause);
  } catch {
    return new LoadError("unreachable", `${url} cannot be reached`, { cause });
  }
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LoadError("late", "Not there after ten seconds")), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
