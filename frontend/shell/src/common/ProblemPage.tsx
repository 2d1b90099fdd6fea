import type { Problem } from "@plexica/api-client";
import { PageHead, ProblemView } from "@plexica/ui";

interface ProblemPageProps {
  /** What the page would have been. */
  title: string;
  problem: Problem;
  onRetry(): void;
}

/** In place of a page that could not be read: its head is there all the same. */
export function ProblemPage({ title, problem, onRetry }: ProblemPageProps) {
  return (
    <>
      <PageHead title={title} />
      <ProblemView problem={problem} onRetry={onRetry} />
    </>
  );
}
