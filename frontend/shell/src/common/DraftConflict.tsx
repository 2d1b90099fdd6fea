import { useInvalidate, usePlatform } from "@plexica/api-client";
import type { Answer, Problem, Query } from "@plexica/api-client";
import { Loading, ProblemView, SkeletonText } from "@plexica/ui";
import { useQuery } from "@tanstack/react-query";
import { Conflict } from "./Conflict";
import { mergePatch, patched } from "./mergePatch";
import type { Draft } from "./useDraft";

type Json = Record<string, unknown>;

interface DraftConflictProps<T extends Json, V> {
  /** What both have changed. */
  name: string;
  draft: Draft<T>;
  /** Where it is read as it is now, and what of that the draft is. */
  path: string;
  query?: Query;
  draftOf(view: V): T;
  /** What nobody may see of it. */
  secrets?: readonly string[];
  busy: boolean;
  /** Saves over the version that was shown. */
  onMine(value: T, etag: string | null): void;
  /** Forgets the refusal. */
  onSettled(): void;
}

const HIDDEN = "••••••";

/** What was typed was refused as stale: shows what somebody else has saved, and what would be saved over it. */
export function DraftConflict<T extends Json, V>(props: DraftConflictProps<T, V>) {
  const { name, draft, path, query, draftOf, secrets = [], busy, onMine, onSettled } = props;
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  // Under a name of its own: what was read before is what was refused.
  const now = useQuery<Answer<V>, Problem>({
    queryKey: [`${path}?now`],
    queryFn: ({ signal }) => api.call<V>("GET", path, { query, signal }),
    gcTime: 0,
  });
  const again = (): void => void now.refetch();
  if (!now.data) {
    return now.error ? (
      <ProblemView problem={now.error} onRetry={again} />
    ) : (
      <Loading onRetry={again}>
        <SkeletonText lines={2} />
      </Loading>
    );
  }
  const { data, etag } = now.data;
  const theirs = draftOf(data);
  const mine = patched(theirs, mergePatch(draft.base, draft.value) ?? {}) as T;
  const shown = (value: T): Json =>
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, secrets.includes(key) ? HIDDEN : one]));
  return (
    <Conflict
      name={name}
      theirs={shown(theirs)}
      mine={shown(mine)}
      busy={busy}
      onTheirs={() => {
        draft.keep(theirs, etag);
        onSettled();
        void invalidate(path);
      }}
      onMine={() => onMine(mine, etag)}
      onClose={onSettled}
    />
  );
}
