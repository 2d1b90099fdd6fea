import { createContext, useContext } from "react";
import type { Errors } from "./check";
import { pointerOf, valueAt, withValue, type Path } from "./pointer";

/** Where values come from, by name of the member or by pointer. */
export type Origins = Record<string, string>;

export interface FormState {
  root: unknown;
  change: (root: unknown) => void;
  errors: Errors;
  stored: ReadonlySet<string>;
  inherited: Record<string, unknown>;
  origins: Origins;
  originLabel: (origin: string) => string;
  headingLevel: 2 | 3;
}

export const FormContext = createContext<FormState | null>(null);

/** One place in the form: what stands there, what is wrong, where it would come from. */
export function usePlace(path: Path) {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field outside of a SchemaForm");
  const pointer = pointerOf(path);
  const key = String(path[0] ?? "");
  const origin = form.origins[pointer] ?? form.origins[pointer.slice(1).replaceAll("/", ".")] ?? form.origins[key];
  const inherited = valueAt(form.inherited, path);
  return {
    form,
    pointer,
    value: valueAt(form.root, path),
    error: form.errors[pointer],
    stored: form.stored.has(pointer) || form.stored.has(pointer.slice(1)),
    inherited,
    origin: inherited === undefined || origin === undefined ? undefined : form.originLabel(origin),
    set: (next: unknown) => form.change(withValue(form.root, path, next)),
  };
}
