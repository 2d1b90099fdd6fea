import type { Asked } from "@plexica/api-client";
import { Loading, PageHead, SkeletonText } from "@plexica/ui";
import type { ReactNode } from "react";
import { Trouble } from "./Trouble";

interface ShownProps<T> {
  asked: Asked<T>;
  /** What the page would have been, where it is a whole page that could not be read. */
  title?: string;
  /** In the shape of what comes. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** An answer, what stands in for it while it is waited for, or why it does not come. Old answers stay. */
export function Shown<T>({ asked, title, skeleton, children }: ShownProps<T>) {
  if (asked.data !== undefined) {
    return children(asked.data);
  }
  if (asked.problem) {
    return (
      <>
        {title && <PageHead title={title} />}
        <Trouble problem={asked.problem} onRetry={asked.again} />
      </>
    );
  }
  return <Loading onRetry={asked.again}>{skeleton ?? <SkeletonText lines={4} />}</Loading>;
}
