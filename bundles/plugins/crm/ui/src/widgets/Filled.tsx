import { Loading, ProblemView, SkeletonText } from "@plexica/ui";
import type { ReactNode } from "react";
import type { Got } from "../common/useGet";

/** What a widget shows of what it has read, while it reads and when it cannot. */
export function Filled<T>({
  got,
  lines,
  children,
}: {
  got: Got<T>;
  lines: number;
  children: (data: T) => ReactNode;
}) {
  const { data, problem, again } = got;
  if (data !== undefined) return children(data);
  if (problem) return <ProblemView problem={problem} onRetry={again} />;
  return (
    <Loading onRetry={again}>
      <SkeletonText lines={lines} />
    </Loading>
  );
}
