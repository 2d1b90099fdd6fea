import { Button, Dialog, DiffView } from "@plexica/ui";
import { useT } from "../i18n/useT";

interface ConflictProps {
  /** What both have changed: "Sales lead". */
  name: string;
  /** As it is now, and as it would be with what was typed here. */
  theirs: unknown;
  mine: unknown;
  busy?: boolean;
  onTheirs(): void;
  onMine(): void;
  onClose(): void;
}

/** Somebody else has saved meanwhile: both versions, and a choice. */
export function Conflict({ name, theirs, mine, busy = false, onTheirs, onMine, onClose }: ConflictProps) {
  const t = useT();
  return (
    <Dialog
      size="large"
      title={t("conflict.title", { name })}
      description={t("conflict.text")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onTheirs}>{t("conflict.theirs")}</Button>
          <Button variant="primary" busy={busy} onClick={onMine}>
            {t("conflict.mine")}
          </Button>
        </>
      }
    >
      <DiffView label={t("conflict.title", { name })} before={theirs} after={mine} />
    </Dialog>
  );
}
