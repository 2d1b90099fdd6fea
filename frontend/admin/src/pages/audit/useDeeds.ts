import type { Say } from "@plexica/audit";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The words in which rows of the audit log are told. */
export function useDeeds(): Say {
  const { t } = useTranslation("deeds");
  return useCallback<Say>((key, values) => t(key, { ...values }), [t]);
}
