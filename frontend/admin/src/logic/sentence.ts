/** A problem's detail for people: without the word for machines with which those of conflicts begin. */
export function sentence(detail: string): string {
  const text = detail.replace(/^[a-z]+(?:-[a-z]+)+: /, "");
  return capital(text) + (/[.!?]$/.test(text) ? "" : ".");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The word for machines with which the detail of a conflict begins, if there is one. */
export function reasonWord(detail: string): string | undefined {
  return /^([a-z]+(?:-[a-z]+)+): /.exec(detail)?.[1];
}

/** So many of a kind are told one by one; there may be thousands. */
export const MOST_TOLD = 10;
