import { usePlatform } from "@plexica/api-client";
import { Button, Dialog } from "@plexica/ui";
import { useCallback, useEffect, useState } from "react";
import { useBeforeUnload, useBlocker } from "react-router";
import type { Location } from "react-router";
import { useT } from "../i18n/useT";
import { guard } from "./unsaved";

interface LeaveGuardProps {
  dirty: boolean;
  /** The word of the address for the panel that this is in: closing that is leaving, too. */
  panel?: string;
}

/** A page, a tab of it, or a panel beside it: what else stands in the address is only how something is shown. */
function placeOf({ pathname, search }: Location, panel: string | undefined): string {
  const words = new URLSearchParams(search);
  return [pathname, words.get("tab"), panel && words.get(panel)].join(" ");
}

/** While something is not saved, leaving the page is asked about, and so is changing the workspace that it is of. */
export function LeaveGuard({ dirty, panel }: LeaveGuardProps) {
  const t = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && placeOf(currentLocation, panel) !== placeOf(nextLocation, panel),
  );
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  useEffect(() => (dirty ? guard((go) => setWanted(() => go)) : undefined), [dirty]);
  const { session } = usePlatform();
  useBeforeUnload(
    useCallback(
      (event) => {
        // Who has signed out, or is no longer who typed it, cannot stay: this page may still stand when the browser leaves it.
        if (dirty && session.state() !== "out") event.preventDefault();
      },
      [dirty, session],
    ),
  );
  if (blocker.state !== "blocked" && !wanted) return null;
  const stay = (): void => {
    setWanted(null);
    blocker.reset?.();
  };
  const go = (): void => {
    setWanted(null);
    wanted?.();
    blocker.proceed?.();
  };
  return (
    <Dialog
      title={t("leave.title")}
      description={t("leave.text")}
      onClose={stay}
      actions={
        <>
          <Button onClick={go}>{t("leave.go")}</Button>
          <Button variant="primary" onClick={stay}>
            {t("leave.stay")}
          </Button>
        </>
      }
    />
  );
}
