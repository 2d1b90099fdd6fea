import type { Query } from "@plexica/api-client";
import { Button, Dialog, ProblemView, ProgressBar } from "@plexica/ui";
import { useExport } from "./useExport";
import type { Say } from "./words";

/** Makes the file and says how far it is; what was collected before something went wrong is not lost. */
export function ExportDialog({ query, say, onClose }: { query: Query; say: Say; onClose(): void }) {
  const { rows, total, file, done, problem, goOn, save } = useExport(query);
  const share = total === 0 ? 0 : Math.min(100, Math.round((rows / total) * 100));
  return (
    <Dialog
      title={say("csv.title")}
      description={done ? say("csv.done", { count: rows, file }) : say("csv.running")}
      onClose={onClose}
      actions={
        done ? (
          <>
            <Button onClick={save}>{say("csv.saveAgain")}</Button>
            <Button variant="primary" onClick={onClose}>
              {say("csv.close")}
            </Button>
          </>
        ) : problem ? (
          <>
            {rows > 0 && <Button onClick={save}>{say("csv.keep")}</Button>}
            <Button variant="primary" onClick={goOn}>
              {say("csv.again")}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{say("csv.cancel")}</Button>
        )
      }
    >
      {problem ? (
        <ProblemView problem={{ ...problem, title: say("csv.stopped", { rows: say("csv.rows", { count: rows }) }) }} />
      ) : (
        <ProgressBar
          label={say("csv.title")}
          value={done ? 100 : share}
          aside={say("csv.rows", { count: rows })}
          announced
        />
      )}
    </Dialog>
  );
}
