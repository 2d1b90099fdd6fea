import { useLiveState } from "@plexica/api-client";
import { OfflineNote as Note } from "@plexica/ui/frame";
import { useT } from "../i18n/useT";

/** Says that what is shown may be old, once that has lasted. */
export function OfflineNote() {
  const t = useT();
  return <Note away={useLiveState() === "away"} text={t("offline")} />;
}
