import { useApi } from "@plexica/api-client";
import type { NotificationPage } from "@plexica/api-client";
import { Popover } from "@plexica/ui";
import { Bell as BellIcon } from "lucide-react";
import { lazy, Suspense } from "react";
import { useT } from "../i18n/useT";
import { usePreferences } from "../state/preferences";

const Notifications = lazy(() => import("./Notifications"));

export const NOTIFICATIONS = "/notifications";

export function Bell() {
  const t = useT();
  const asked = useApi<NotificationPage>(NOTIFICATIONS, { query: { size: 20 }, staleTime: 60_000 });
  const { data } = asked;
  const { muted = [] } = usePreferences().preferences;
  const quiet = data?.items.filter((one) => !one.readAt && muted.includes(one.source)).length ?? 0;
  const unread = Math.max(0, (data?.unread ?? 0) - quiet);
  return (
    <Popover
      icon={BellIcon}
      count={unread || undefined}
      label={unread === 0 ? t("notifications.none") : t("notifications.unread", { count: unread })}
    >
      {(close) => (
        <Suspense fallback={<div className="px-notes" />}>
          <Notifications asked={asked} onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
