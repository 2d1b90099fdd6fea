import { useMemo } from "react";
import { useLanguage, useT } from "../../i18n/useT";
import type { Speech } from "./model/sentence";
import type { PermissionView } from "./model/views";
import type { Names } from "./useRights";

/** What sentences about policies are made of, in the user's language. */
export function useSpeech(permissions: readonly PermissionView[], names: Names): Speech {
  const t = useT("access");
  const language = useLanguage();
  return useMemo(
    () => ({ t, language, permissions, permission: names.permission, source: names.source }),
    [t, language, permissions, names],
  );
}
