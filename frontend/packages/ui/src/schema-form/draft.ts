/** What is typed and is no JSON yet: it stands in the value, so that nobody saves past it. */
export class Draft {
  constructor(
    readonly text: string,
    readonly reason: string,
  ) {}

  toJSON(): string {
    return this.text;
  }
}

/** Reads JSON; nothing is nothing, and what is no JSON is a draft. */
export function readJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    return new Draft(text, thrown instanceof Error ? thrown.message : String(thrown));
  }
}
