import type { Query } from "@plexica/api-client";
import { Button, Dialog, ProblemView, ProgressBar } from "@plexica/ui";
import { useT } from "../../i18n/useT";
import { useExport } from "./useExport";

/** Makes the file and says how far it is; what was collected before something went wrong is not lost. */
export function ExportDialog({ query, onClose }: { query: Query; onClose(): void }) {
  const t = useT("audit");
  const { rows, total, file, done, problem, goOn, save } = useExport(query);
  const share = total === 0 ? 0 : Math.min(100, Math.round((rows / total) * 100));
  return (
    <Dialog
      title={t("csv.title")}
      description={done ? t("csv.done", { count: rows, file }) : t("csv.running")}
      onClose={onClose}
      actions={
        done ? (
          <>
            <Button onClick={save}>{t("csv.saveAgain")}</Button>
            <Button variant="primary" onClick={onClose}>
              {t("close")}
            </Button>
          </>
        ) : problem ? (
          <>
            {rows > 0 && <Button onClick={save}>{t("csv.keep")}</Button>}
            <Button variant="primary" onClick={goOn}>
              {t("csv.again")}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t("cancel")}</Button>
        )
      }
    >
      {problem ? (
        <ProblemView problem={{ ...problem, title: t("csv.stopped", { rows: t("csv.rows", { count: rows }) }) }} />
      ) : (
        <ProgressBar
          label={t("csv.title")}
          value={done ? 100 : share}
          aside={t("csv.rows", { count: rows })}
          announced
        />
      )}
    </Dialog>
  );
}
