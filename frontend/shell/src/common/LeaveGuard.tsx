import { Button, Dialog } from "@plexica/ui";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { useT } from "../i18n/useT";

/** While something is not saved, leaving the page is asked about. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);
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
