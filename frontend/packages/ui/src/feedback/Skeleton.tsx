import "./Skeleton.css";

export interface SkeletonProps {
  width?: number | string | undefined;
  height?: number | string | undefined;
  round?: boolean;
}

/** A quiet shape where something will be. Put it inside `Loading`, which keeps it back for 200 ms. */
export function Skeleton({ width = "100%", height = 12, round }: SkeletonProps) {
  return (
    <span
      className="px-skeleton"
      style={{ width, height, borderRadius: round ? "50%" : undefined }}
      aria-hidden="true"
    />
  );
}

/** Lines of text to come. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return Array.from({ length: lines }, (_, at) => (
    <span className="px-skeleton-line" key={at}>
      <Skeleton width={at === lines - 1 && lines > 1 ? "56%" : "92%"} />
    </span>
  ));
}

/** Cards of a catalogue or dashboard to come. */
export function SkeletonCard({ height = 200 }: { height?: number }) {
  return (
    <div className="px-skeleton-card" style={{ height }} aria-hidden="true">
      <Skeleton width={36} height={36} />
      <SkeletonText lines={3} />
    </div>
  );
}
