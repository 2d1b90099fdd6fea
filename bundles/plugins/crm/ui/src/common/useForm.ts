import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { ProblemError } from "@plexica/plugin-api";
import { useState } from "react";

export interface FormState<V> {
  value: V;
  set<K extends keyof V>(name: K, value: V[K]): void;
  /** What is wrong with a field. */
  error(name: keyof V & string): string | undefined;
  /** What no field can show. */
  problem: ProblemError | undefined;
  busy: boolean;
  submit(): void;
}

/**
 * What is entered, and what the endpoint says to it.
 *
 * @param check finds what is wrong before anything is sent, by field
 */
export function useForm<V extends object>(
  start: V,
  check: (value: V) => Partial<Record<keyof V & string, string>>,
  send: (value: V) => Promise<void>,
): FormState<V> {
  const { announce } = usePlexica();
  const [value, setValue] = useState(start);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);

  const refused = (error: unknown): void => {
    if (!isProblem(error)) throw error;
    const found = Object.fromEntries(
      error.errors.map(({ pointer, message }) => [
        pointer.replace(/^\//, ""),
        message,
      ]),
    );
    setErrors(found);
    const shown = Object.keys(found).some((name) => name in value);
    setProblem(shown ? undefined : error);
    announce(error.detail);
  };
  const submit = (): void => {
    if (busy) return;
    const wrong = check(value);
    setErrors(wrong);
    setProblem(undefined);
    if (Object.keys(wrong).length > 0)
      return announce(Object.values(wrong).join(". "));
    setBusy(true);
    send(value)
      .catch(refused)
      .finally(() => setBusy(false));
  };
  return {
    value,
    set: (name, next) => {
      setValue((before) => ({ ...before, [name]: next }));
      setErrors((before) => ({ ...before, [name]: undefined }));
    },
    error: (name) => errors[name],
    problem,
    busy,
    submit,
  };
}
