import { Loading, SkeletonText } from "@plexica/ui";

/** The frame while nobody knows yet who is there. */
export function FrameSkeleton() {
  return (
    <div className="ad-frame">
      <div className="ad-side" />
      <div className="ad-column">
        <div className="ad-header" />
        <main className="ad-main">
          <Loading>
            <SkeletonText lines={4} />
          </Loading>
        </main>
      </div>
    </div>
  );
}
