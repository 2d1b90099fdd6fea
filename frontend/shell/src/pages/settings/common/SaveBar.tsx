import { ActionBar, Button } from "@plexica/ui";
import { useT } from "../../../i18n/useT";

/** At the foot while something is not saved. */
export function SaveBar({ busy, onSave, onDiscard }: { busy: boolean; onSave(): void; onDiscard(): void }) {
  const t = useT("settings");
  return (
    <ActionBar
      start={
        <Button variant="quiet" onClick={onDiscard}>
          {t("discard")}
        </Button>
      }
      note={t("unsaved")}
    >
      <Button variant="primary" busy={busy} onClick={onSave}>
        {t("save")}
      </Button>
    </ActionBar>
  );
}
