/** How a replay of many goes. */
export interface ReplayProgress {
  all: number;
  done: number;
  failed: { id: string; reason: string }[];
}

/** Delivers one after the other, so that it can be stopped between two and nothing is flooded. */
export async function replayAll(
  ids: string[],
  one: (id: string) => Promise<unknown>,
  tell: (progress: ReplayProgress) => void,
  isStopped: () => boolean,
): Promise<ReplayProgress> {
  let progress: ReplayProgress = { all: ids.length, done: 0, failed: [] };
  for (const id of ids) {
    if (isStopped()) {
      break;
    }
    try {
      await one(id);
      progress = { ...progress, done: progress.done + 1 };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      progress = { ...progress, done: progress.done + 1, failed: [...progress.failed, { id, reason }] };
    }
    tell(progress);
  }
  return progress;
}
