import { check, type Errors } from "./check";
import { valueAt } from "./pointer";
import { readSchema } from "./read";
import { englishFormWords, type FormWords } from "./words";

export { SchemaForm, type SchemaFormProps } from "./SchemaForm";
export { italianFormWords } from "./it";
export { englishFormWords, FormWordsContext, type FormWords } from "./words";
export type { Errors } from "./check";
export type { Origins } from "./context";

/** Checks values as the form would, before they are sent. Secrets that are stored need not be written again. */
export function checkForm(
  schema: unknown,
  value: Record<string, unknown>,
  options: {
    secrets?: readonly string[];
    storedSecrets?: readonly string[];
    inherited?: Record<string, unknown>;
    words?: FormWords;
  } = {},
): Errors {
  const stored = new Set(options.storedSecrets ?? []);
  return check(
    readSchema(schema, { secrets: options.secrets }),
    value,
    options.words ?? englishFormWords,
    (pointer) => {
      const path = pointer
        .split("/")
        .slice(1)
        .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
      return (
        stored.has(pointer) || stored.has(pointer.slice(1)) || valueAt(options.inherited ?? {}, path) !== undefined
      );
    },
  );
}

/** The errors of a problem, by pointer: what `/values/…` says is said without it. */
export function errorsOf(
  problem: { errors?: readonly { pointer: string; message: string }[] | undefined } | null | undefined,
  prefix = "/values",
): Errors {
  return Object.fromEntries(
    (problem?.errors ?? []).map(({ pointer, message }) => [
      pointer.startsWith(`${prefix}/`) || pointer === prefix ? pointer.slice(prefix.length) : pointer,
      message,
    ]),
  );
}
