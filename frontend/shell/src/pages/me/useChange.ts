import { useCallback } from "react";
import { useAttempt } from "../../common/useAttempt";
import { useT } from "../../i18n/useT";
import { usePreferences } from "../../state/preferences";
import type { Change } from "../../state/preferences";

/** Changes a preference at once, and says so when it could not be kept. */
export function useChange(): (part: Change) => void {
  const t = useT();
  const { change } = usePreferences();
  const attempt = useAttempt();
  return useCallback((part) => attempt(() => change(part), t("person.notKept")), [change, attempt, t]);
}
