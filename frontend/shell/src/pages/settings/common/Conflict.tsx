import { Button, Dialog } from "@plexica/ui";
import { useT } from "../../../i18n/useT";

export interface Difference {
  id: string;
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictProps {
  differences: readonly Difference[];
  onMine(): void;
  onTheirs(): void;
  onClose(): void;
}

/** Somebody else has saved meanwhile: shows both versions, and lets choose. */
export function Conflict({ differences, onMine, onTheirs, onClose }: ConflictProps) {
  const t = useT("settings");
  return (
    <Dialog
      title={t("conflict.title")}
      description={t(differences.length > 0 ? "conflict.text" : "conflict.elsewhere")}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onTheirs}>{t("conflict.theirs")}</Button>
          <Button variant="primary" onClick={onMine}>
            {t("conflict.mine")}
          </Button>
        </>
      }
    >
      {differences.length > 0 && (
        <table className="sh-conflict">
          <thead>
            <tr>
              <th scope="col">{t("conflict.field")}</th>
              <th scope="col">{t("conflict.yours")}</th>
              <th scope="col">{t("conflict.there")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ id, label, mine, theirs }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{mine || "–"}</td>
                <td>{theirs || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
