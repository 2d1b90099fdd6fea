import { isProblem } from "@plexica/api-client";
import type { Preview } from "@plexica/api-client";

/** What stands in the way whatever is entered; the rest are settings that can still be put right. */
export function obstacles(preview: Preview | undefined): Preview["problems"] {
  return preview?.problems.filter((problem) => problem.pointer === undefined) ?? [];
}

/** What is wrong with settings, by pointer. */
export function settingErrors(preview: Preview | undefined): Record<string, string> {
  const wrong = preview?.problems.filter((problem) => problem.pointer !== undefined) ?? [];
  return Object.fromEntries(
    wrong.map(({ pointer = "", message }) => [pointer.replace(/^\/configuration/, ""), message]),
  );
}

/** Whether a call was refused because what was previewed no longer holds. */
export function hasMoved(error: unknown): boolean {
  return isProblem(error, "conflict") && error.detail.startsWith("state-moved");
}

/** How many people get something new at most. */
export function peopleOf(preview: Preview | undefined): number {
  return Math.max(0, ...(preview?.permissions.gained.map((change) => change.people) ?? []));
}
