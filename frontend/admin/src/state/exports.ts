import { API, isProblem, Problem, type Http } from "@plexica/api-client";
import { useSyncExternalStore } from "react";
import { collect, fileName, isWhole, save } from "../logic/download";

/** A tenant that is being written to a file, or was. */
export interface Export {
  slug: string;
  name: string;
  status: "RUNNING" | "DONE" | "FAILED";
  startedAt: number;
  endedAt: number | null;
  /** How many have come. */
  bytes: number;
  /** What the file is called; the empty text until it is known. */
  file: string;
  problem: Problem | null;
}

/** The words for what nobody but this side can know. */
export interface ExportWords {
  brokenOff: string;
}

/** The platform reads all of a tenant at one moment before it sends the first byte. */
const PATIENCE_MS = 120_000;
const TELL_MS = 200;

const watchers = new Set<() => void>();
const stops = new Map<string, AbortController>();
const files = new Map<string, Blob>();
let exports: Export[] = [];

function change(next: Export[]): void {
  exports = next;
  const isRunning = exports.some(({ status }) => status === "RUNNING");
  removeEventListener("beforeunload", holdBack);
  if (isRunning) {
    addEventListener("beforeunload", holdBack);
  }
  watchers.forEach((watcher) => watcher());
}

/** Whoever closes the tab in the middle has no file: the browser asks first. */
function holdBack(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function edit(slug: string, edits: Partial<Export>): void {
  change(exports.map((one) => (one.slug === slug ? { ...one, ...edits } : one)));
}

/** Begins; it goes on whichever page is shown. One at a time for each tenant. */
export function startExport(http: Http, tenant: { slug: string; name: string }, words: ExportWords): void {
  const { slug, name } = tenant;
  if (exports.some((one) => one.slug === slug && one.status === "RUNNING")) {
    return;
  }
  const begun: Export = {
    slug,
    name,
    status: "RUNNING",
    startedAt: Date.now(),
    endedAt: null,
    bytes: 0,
    file: "",
    problem: null,
  };
  files.delete(slug);
  change([begun, ...exports.filter((one) => one.slug !== slug)]);
  void run(http, slug, words);
}

async function run(http: Http, slug: string, words: ExportWords): Promise<void> {
  const stop = new AbortController();
  stops.set(slug, stop);
  try {
    const answer = await http(`${API}/tenants/${slug}/export`, {
      headers: { Accept: "application/zip" },
      signal: stop.signal,
      timeoutMs: PATIENCE_MS,
    });
    edit(slug, { file: fileName(answer.headers.get("Content-Disposition"), `${slug}.plexica.zip`) });
    const file = await read(answer, slug);
    if (!(await isWhole(file))) {
      throw new Error("The end is missing");
    }
    if (stop.signal.aborted) {
      return;
    }
    files.set(slug, file);
    edit(slug, { status: "DONE", endedAt: Date.now(), bytes: file.size });
    saveExport(slug);
  } catch (error) {
    if (!stop.signal.aborted) {
      const problem = isProblem(error) ? error : new Problem(0, { code: "broken-off", detail: words.brokenOff });
      edit(slug, { status: "FAILED", endedAt: Date.now(), problem });
    }
  } finally {
    if (stops.get(slug) === stop) {
      stops.delete(slug);
    }
  }
}

function read(answer: Response, slug: string): Promise<Blob> {
  let told = 0;
  return collect(answer.body!, (bytes) => {
    if (Date.now() - told >= TELL_MS) {
      told = Date.now();
      edit(slug, { bytes });
    }
  });
}

/** Puts the file of one that is done where the browser puts its downloads. */
export function saveExport(slug: string): void {
  const file = files.get(slug);
  const known = exports.find((one) => one.slug === slug);
  if (file && known) {
    save(file, known.file);
  }
}

/** Stops it, or forgets what became of it. */
export function forgetExport(slug: string): void {
  stops.get(slug)?.abort();
  files.delete(slug);
  change(exports.filter((one) => one.slug !== slug));
}

/** Nothing of anybody's data stays when nobody is signed in any more. */
export function forgetExports(): void {
  exports.map(({ slug }) => slug).forEach(forgetExport);
}

export function useExports(): Export[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => exports,
  );
}
