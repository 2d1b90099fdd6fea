import { Button, Dialog } from "@plexica/ui";
import { useCallback } from "react";
import { useBeforeUnload, useBlocker } from "react-router";
import type { Location } from "react-router";
import { useT } from "../i18n/useT";

/** A page, or a tab of it: what else stands in the address is only how something is shown. */
const placeOf = ({ pathname, search }: Location): string => `${pathname} ${new URLSearchParams(search).get("tab")}`;

/** While something is not saved, leaving the page is asked about. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && placeOf(currentLocation) !== placeOf(nextLocation),
  );
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => dirty && event.preventDefault(), [dirty]));
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog
      title={t("leave.title")}
      description={t("leave.text")}
      onClose={() => blocker.reset()}
      actions={
        <>
          <Button onClick={() => blocker.proceed()}>{t("leave.go")}</Button>
          <Button variant="primary" onClick={() => blocker.reset()}>
            {t("leave.stay")}
          </Button>
        </>
      }
    />
  );
}
