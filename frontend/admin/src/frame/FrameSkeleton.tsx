import { Loading, SkeletonText } from "@plexica/ui";
import { AppFrame } from "@plexica/ui/frame";

/** The frame while nobody knows yet who is there. */
export function FrameSkeleton() {
  return (
    <AppFrame side={<div className="ad-side" />} header={<div className="px-header" />}>
      <Loading>
        <SkeletonText lines={4} />
      </Loading>
    </AppFrame>
  );
}
