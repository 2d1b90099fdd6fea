import { Problem, useInvalidate, useOperation, type Operation } from "@plexica/api-client";
import { Button, ButtonLink, Card, IconTile, NoticeCard, ProgressBar } from "@plexica/ui";
import { PackageCheck } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Imported } from "../../api/transfer.types";
import { Trouble } from "../../common/Trouble";
import { STEPS, stepsDone } from "../../logic/imports";

/** An import under way, which goes on whether somebody looks or not, and what became of it. */
export function ImportRun({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { t } = useTranslation("transfer");
  const invalidate = useInvalidate();
  const { operation, problem } = useOperation(id);
  const status = operation?.status;
  useEffect(() => {
    if (status === "SUCCEEDED") {
      void invalidate("/tenants", "/plans", "/metrics", "/audit-log");
    }
  }, [status, invalidate]);
  if (problem) {
    return <Trouble problem={problem} title={t("import.lost")} onRetry={onAgain} />;
  }
  if (status === "SUCCEEDED") {
    return <Done imported={operation!.result as Imported} onAgain={onAgain} />;
  }
  if (status === "FAILED" || status === "CANCELLED") {
    return (
      <Card title={t("import.failed")}>
        <div className="ad-stack">
          <Trouble problem={new Problem(0, operation!.problem ?? {})} title={t("tenants:creating.undone")} />
          <div>
            <Button onClick={onAgain}>{t("import.again")}</Button>
          </div>
        </div>
      </Card>
    );
  }
  return <Running operation={operation} />;
}

function Running({ operation }: { operation: Operation | undefined }) {
  const { t } = useTranslation("transfer");
  const done = stepsDone(operation?.progress ?? 0);
  const last = operation?.step && t(`step.${operation.step}`, { defaultValue: operation.step });
  return (
    <Card title={t("import.running")}>
      <div className="ad-stack">
        <ProgressBar
          label={t("import.running")}
          value={operation?.progress}
          note={t("import.steps", { done, all: STEPS.length })}
          aside={last ? t("import.last", { step: last }) : undefined}
          announced
        />
        <p className="ad-quiet">{t("tenants:creating.leave")}</p>
      </div>
    </Card>
  );
}

function Done({ imported, onAgain }: { imported: Imported; onAgain: () => void }) {
  const { t } = useTranslation("transfer");
  const { name, slug } = imported;
  return (
    <NoticeCard
      icon={<IconTile icon={PackageCheck} size={52} />}
      title={t("import.done", { name })}
      text={t("import.doneText")}
      actions={
        <>
          <ButtonLink to={`/tenants/${slug}`} variant="primary">
            {t("tenants:creating.open", { name })}
          </ButtonLink>
          <Button variant="quiet" onClick={onAgain}>
            {t("import.more")}
          </Button>
        </>
      }
    />
  );
}
