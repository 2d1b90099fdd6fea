import { useCallback } from "react";
import { useT } from "../../../i18n/useT";

/** What a role is called: those of the platform in the user's language. */
export function useRoleName(): (name: string) => string {
  const t = useT("people");
  return useCallback((name) => t(`role.${name}`, { defaultValue: name }), [t]);
}
