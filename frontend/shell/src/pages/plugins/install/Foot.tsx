import { ActionBar, Button, ButtonLink } from "@plexica/ui";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useT } from "../../../i18n/useT";

interface FootProps {
  plugin: string;
  onBack?: (() => void) | undefined;
  /** The primary button. */
  children: ReactNode;
}

/** The foot of each step: away, back, on; and the word that nothing has changed yet. */
export function Foot({ plugin, onBack, children }: FootProps) {
  const t = useT("plugins");
  const place = document.getElementById("foot");
  const bar = (
    <ActionBar
      start={
        <ButtonLink variant="quiet" to={`/manage/plugins/${plugin}`}>
          {t("cancel")}
        </ButtonLink>
      }
      note={t("nothingChanged")}
    >
      {onBack && <Button onClick={onBack}>{t("back")}</Button>}
      {children}
    </ActionBar>
  );
  return place ? createPortal(bar, place) : bar;
}
