import { isProblem } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { ProblemView } from "@plexica/ui";
import { Refused } from "../../../common/Refused";

/** In place of what could not be read: a refusal says who can help. */
export function Trouble({ problem, what, onRetry }: { problem: Problem; what: string; onRetry(): void }) {
  return isProblem(problem, "permission-denied") ? (
    <Refused what={what} />
  ) : (
    <ProblemView problem={problem} onRetry={onRetry} />
  );
}
