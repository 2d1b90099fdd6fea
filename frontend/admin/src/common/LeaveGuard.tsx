import { usePlatform } from "@plexica/api-client";
import { Button, Dialog } from "@plexica/ui";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useBeforeUnload, useBlocker } from "react-router";

/** While something is typed and not saved, leaving the page is asked about. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => dirty && from.pathname !== to.pathname);
  const { session } = usePlatform();
  useBeforeUnload(
    useCallback(
      (event) => {
        // Who has signed out cannot stay: this page may still stand when the browser leaves it.
        if (dirty && session.state() !== "out") event.preventDefault();
      },
      [dirty, session],
    ),
  );
  const { state, proceed, reset } = blocker;
  if (state !== "blocked") {
    return null;
  }
  const actions = (
    <>
      <Button onClick={proceed}>{t("leave.go")}</Button>
      <Button variant="primary" onClick={reset}>
        {t("leave.stay")}
      </Button>
    </>
  );
  return <Dialog title={t("leave.title")} description={t("leave.text")} onClose={reset} actions={actions} />;
}
