import { useLiveState } from "@plexica/api-client";
import { Icon, useDelayed } from "@plexica/ui";
import { WifiOff } from "lucide-react";
import { useT } from "../i18n/useT";

/** Says that what is shown may be old, once that has lasted. */
export function OfflineNote() {
  const t = useT();
  const away = useDelayed(useLiveState() === "away", 2_000);
  return (
    <div role="status" className="sh-offline-place">
      {away && (
        <p className="sh-offline">
          <Icon of={WifiOff} size={16} />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
