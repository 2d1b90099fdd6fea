import { isProblem } from "@plexica/api-client";
import { useCallback } from "react";
import { useFeedback } from "../../common/Feedback";
import { useT } from "../../i18n/useT";
import { usePreferences } from "../../state/preferences";
import type { Change } from "../../state/preferences";

/** Changes a preference at once, and says so when it could not be kept. */
export function useChange(): (part: Change) => void {
  const t = useT("me");
  const { change } = usePreferences();
  const { notify } = useFeedback();
  return useCallback(
    (part) => {
      change(part).catch((error: unknown) =>
        notify({ text: isProblem(error) ? error.detail : t("notKept"), tone: "bad" }),
      );
    },
    [change, notify, t],
  );
}
