/** So much is held in memory before the browser may put it aside. */
const HANDFUL = 8 * 1024 * 1024;

/** The first bytes of what ends a ZIP. */
const END = [0x50, 0x4b, 0x05, 0x06];
const END_LENGTH = 22;

/**
 * Collects a body that is of unknown length, and says how much has come.
 *
 * @returns all of it, once it has ended
 */
export async function collect(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  tell: (bytes: number) => void,
): Promise<Blob> {
  const reader = body.getReader();
  const kept: Blob[] = [];
  let fresh: Uint8Array<ArrayBuffer>[] = [];
  let inHand = 0;
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    fresh.push(part.value);
    inHand += part.value.length;
    bytes += part.value.length;
    if (inHand >= HANDFUL) {
      kept.push(new Blob(fresh));
      fresh = [];
      inHand = 0;
    }
    tell(bytes);
  }
  return new Blob([...kept, ...fresh], { type: "application/zip" });
}

/** Whether a ZIP ends as one does: what was broken off on the way ends otherwise. */
export async function isWhole(zip: Blob): Promise<boolean> {
  const end = new Uint8Array(await zip.slice(Math.max(0, zip.size - END_LENGTH)).arrayBuffer());
  return END.every((byte, at) => end[at] === byte);
}

/** The name that an answer gives its file. */
export function fileName(disposition: string | null, otherwise: string): string {
  return /filename="([^"/\\]+)"/.exec(disposition ?? "")?.[1] ?? otherwise;
}

/** Has the browser put a file where it puts what was downloaded. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
