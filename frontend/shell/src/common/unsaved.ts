/** Asks whether what was typed may be lost, and goes on where it may. */
type Ask = (go: () => void) => void;

const asking: Ask[] = [];

/** Has something that is not saved asked about until what is returned is called. */
export function guard(ask: Ask): () => void {
  asking.push(ask);
  return () => void asking.splice(asking.indexOf(ask), 1);
}

/** Does at once what is no navigation and yet empties the forms of a page; where something is not saved, after a question. */
export function leaving(go: () => void): void {
  const ask = asking.at(-1);
  if (ask) ask(go);
  else go();
}
