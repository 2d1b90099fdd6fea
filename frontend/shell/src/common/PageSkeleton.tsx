import { Loading, Skeleton, SkeletonCard } from "@plexica/ui";

/** A page to come; with `body` what is below its title. */
export function PageSkeleton({ body = false }: { body?: boolean }) {
  return (
    <Loading onRetry={() => location.reload()}>
      {!body && <Skeleton width={220} height={24} />}
      <div style={{ marginTop: body ? 0 : 24 }}>
        <SkeletonCard height={280} />
      </div>
    </Loading>
  );
}
