import { isProblem } from "@plexica/api-client";

/** What is wrong with one field, or with something within it, as a sentence. */
export function errorAt(problem: unknown, pointer: string): string | undefined {
  if (!isProblem(problem)) return undefined;
  const message = problem.errors.find(
    (one) => one.pointer === pointer || one.pointer.startsWith(pointer + "/"),
  )?.message;
  return message && sentence(message);
}

/** Whether all that is wrong stands beside its field. */
export function isTold(problem: unknown, pointers: readonly string[]): boolean {
  return (
    isProblem(problem) &&
    problem.errors.length > 0 &&
    problem.errors.every(({ pointer }) => pointers.some((own) => pointer === own || pointer.startsWith(own + "/")))
  );
}

/** `is required` becomes `Is required.` */
export function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : whole + ".";
}

/** Why a call was a conflict: `last-admin` of `last-admin: the tenant would be left without …`. */
export function conflictOf(problem: unknown): string | undefined {
  return isProblem(problem, "conflict") ? /^([a-z][a-z-]*): /.exec(problem.detail)?.[1] : undefined;
}

/** What the platform says of a refusal, without the word that is for programs. */
export function detailOf(problem: unknown): string {
  if (!isProblem(problem)) return "";
  const reason = conflictOf(problem);
  return sentence(reason ? problem.detail.slice(reason.length + 2) : problem.detail);
}
