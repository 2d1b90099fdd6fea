import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Bound, Plan } from "../api/plans";
import { useFormat } from "./useFormat";

/** What a plan bounds, in words. */
export function usePlanBounds(): (plan: Plan) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ bounds, dedicated }) => {
      const words = ({ name, most }: Bound): string => {
        if (most === undefined || most === null) {
          return t(`bound.none.${name}`, { defaultValue: t("bound.none.other", { name }) });
        }
        const much = name.endsWith("Bytes") ? format.bytes(most) : format.number(most);
        return t(`bound.most.${name}`, { most: much, defaultValue: t("bound.most.other", { name, most: much }) });
      };
      return [...bounds.map(words), ...(dedicated ? [t("bound.dedicated")] : [])].join(" · ");
    },
    [t, format],
  );
}
