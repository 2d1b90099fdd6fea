import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** A plan's name for people: in words where it is one of the usual ones, else as it was configured. */
export function usePlanName(): (plan: string) => string {
  const { t } = useTranslation();
  return useCallback((plan) => t(`plan.${plan}`, { defaultValue: plan.charAt(0).toUpperCase() + plan.slice(1) }), [t]);
}
