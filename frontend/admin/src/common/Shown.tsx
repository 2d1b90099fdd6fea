import type { Asked } from "@plexica/api-client";
import { Loading, SkeletonText } from "@plexica/ui";
import type { ReactNode } from "react";
import { Trouble } from "./Trouble";

interface ShownProps<T> {
  asked: Asked<T>;
  /** In the shape of what comes. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** An answer, what stands in for it while it is waited for, or why it does not come. Old answers stay. */
export function Shown<T>({ asked, skeleton, children }: ShownProps<T>) {
  if (asked.data !== undefined) {
    return children(asked.data);
  }
  if (asked.problem) {
    return <Trouble problem={asked.problem} onRetry={asked.again} />;
  }
  return <Loading onRetry={asked.again}>{skeleton ?? <SkeletonText lines={4} />}</Loading>;
}
