import { useInvalidate } from "@plexica/api-client";
import { useCallback, useState } from "react";
import { useFeedback } from "../../../common/Feedback";
import { useRefusal } from "./useRefusal";

/** What is read anew after people, teams or workspaces have changed. */
export const TOUCHED = ["/users", "/teams", "/workspaces", "/auth/me"];

interface Deed {
  work(): Promise<unknown>;
  done: string;
  undo?: () => Promise<unknown>;
}

/** Does something at once: says so with a way back, or says why not. */
export function useAct(): { act(deed: Deed): Promise<boolean>; busy: boolean } {
  const again = useInvalidate();
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async ({ work, done, undo }: Deed): Promise<boolean> => {
      const run = async (step: () => Promise<unknown>, words?: () => void): Promise<void> => {
        try {
          await step();
          words?.();
        } catch (error) {
          notify({ text: refusal(error), tone: "bad" });
          throw error;
        } finally {
          await again(...TOUCHED);
        }
      };
      const back = undo && (() => run(undo).catch(() => {}));
      setBusy(true);
      try {
        await run(work, () => notify({ text: done, tone: "good", undo: back }));
        return true;
      } catch {
        return false;
      } finally {
        setBusy(false);
      }
    },
    [again, notify, refusal],
  );
  return { act, busy };
}
