import { useCallback } from "react";
import { conflictOf, detailOf } from "../../../common/errors";
import { useT } from "../../../i18n/useT";

const KNOWN = ["last-admin", "default-workspace", "exists", "already-member"];

/** Why something was refused, in the user's words where the reason is known. */
export function useRefusal(): (problem: unknown) => string {
  const t = useT("people");
  return useCallback(
    (problem) => {
      const reason = conflictOf(problem);
      const plain = detailOf(problem) || t("failed");
      return reason && KNOWN.includes(reason) ? t(`refusal.${reason}`, { defaultValue: plain }) : plain;
    },
    [t],
  );
}
