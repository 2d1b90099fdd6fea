import { Loading, ProblemView, Skeleton } from "@plexica/ui";
import type { ReactNode } from "react";
import type { Got } from "./useGet";

/** What is shown of what was read, while it is read, and where it cannot be. */
export function Filled<T>({
  got,
  children,
}: {
  got: Got<T>;
  children: (data: T) => ReactNode;
}) {
  const { data, problem, again } = got;
  if (data !== undefined) return children(data);
  if (problem) return <ProblemView problem={problem} onRetry={again} />;
  return (
    <Loading onRetry={again}>
      <Skeleton height={96} />
    </Loading>
  );
}
