import { isProblem } from "@plexica/api-client";
import { useCallback } from "react";
import { detailOf } from "./errors";
import { useFeedback } from "./Feedback";

/** Does something that has no page of its own; where it fails, it says so, why, and what to do. */
export function useAttempt(): (work: () => Promise<unknown>, failed: string) => void {
  const { notify } = useFeedback();
  return useCallback(
    (work, failed) => {
      work().catch((error: unknown) => {
        notify({ text: [failed, detailOf(error)].filter(Boolean).join(" "), tone: "bad" });
        if (!isProblem(error)) throw error;
      });
    },
    [notify],
  );
}
